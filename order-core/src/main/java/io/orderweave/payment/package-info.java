/** Payments, bank transactions and how they are matched to orders. */
@NullMarked
package io.orderweave.payment;

import org.jspecify.annotations.NullMarked;
