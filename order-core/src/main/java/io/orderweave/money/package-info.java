/** Exact money and VAT rates. */
@NullMarked
package io.orderweave.money;

import org.jspecify.annotations.NullMarked;
