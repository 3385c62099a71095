/** How fast the engine and the connectors are beside peers that read and write the same. */
@NullMarked
package io.orderweave.benchmarks;

import org.jspecify.annotations.NullMarked;
