/** Turns banks' raw notification mails into authenticated, parsed bank transactions. */
@NullMarked
package io.orderweave.bankmail;

import org.jspecify.annotations.NullMarked;
