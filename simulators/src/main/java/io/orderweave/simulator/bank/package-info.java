/** Notification mails of banks, genuine and forged, written into a folder as files. */
@NullMarked
package io.orderweave.simulator.bank;

import org.jspecify.annotations.NullMarked;
