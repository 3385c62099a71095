/** Entry and wiring: the hub and its builder. */
@NullMarked
package io.orderweave;

import org.jspecify.annotations.NullMarked;
