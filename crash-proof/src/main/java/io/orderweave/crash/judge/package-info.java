/** The verdict on what the outside counted and the book says, as pure functions of values. */
@NullMarked
package io.orderweave.crash.judge;

import org.jspecify.annotations.NullMarked;
