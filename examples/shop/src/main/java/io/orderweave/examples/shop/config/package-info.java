/** The configuration file: where each value stands, what it must be, and every mistake at once. */
@NullMarked
package io.orderweave.examples.shop.config;

import org.jspecify.annotations.NullMarked;
