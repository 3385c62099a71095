/** The commands, one class each. */
@NullMarked
package io.orderweave.examples.shop.command;

import org.jspecify.annotations.NullMarked;
