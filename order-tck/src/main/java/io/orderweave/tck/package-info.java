/** Conformance kits: the clauses of the ports as tests, for everybody who implements one. */
@NullMarked
package io.orderweave.tck;

import org.jspecify.annotations.NullMarked;
