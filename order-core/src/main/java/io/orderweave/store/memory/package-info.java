/** The in-memory reference implementation of the ports. */
@NullMarked
package io.orderweave.store.memory;

import org.jspecify.annotations.NullMarked;
