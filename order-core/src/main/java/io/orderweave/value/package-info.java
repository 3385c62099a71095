/** The house style of value types. */
@NullMarked
package io.orderweave.value;

import org.jspecify.annotations.NullMarked;
