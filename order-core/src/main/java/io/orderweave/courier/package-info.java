/** The SPI of couriers. */
@NullMarked
package io.orderweave.courier;

import org.jspecify.annotations.NullMarked;
