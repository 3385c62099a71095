/** From the text of a notice to the movement it tells of: one class per layout of a bank, all pure. Not for hosts. */
@NullMarked
package io.orderweave.bankmail.internal;

import org.jspecify.annotations.NullMarked;
