/** The faults every package may throw: one base class and its closed set of categories. */
@NullMarked
package io.orderweave.error;

import org.jspecify.annotations.NullMarked;
