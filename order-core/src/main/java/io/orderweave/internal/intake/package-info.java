/** Bringing orders, payments and tracking into the book. */
@NullMarked
package io.orderweave.internal.intake;

import org.jspecify.annotations.NullMarked;
