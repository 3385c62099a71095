/** The SPI of sales channels. */
@NullMarked
package io.orderweave.connector;

import org.jspecify.annotations.NullMarked;
