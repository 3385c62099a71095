package io.orderweave.bankmail;

import io.orderweave.bankmail.internal.Bank;
import java.util.List;

/**
 * Who a mail says that it is from.
 *
 * @param domain in lower case; what the own mail server must have verified
 * @param banks whose notice the mail may hold
 * @param forwards whether it is a person who forwards a bank's notice
 */
record Sender(String domain, List<Bank> banks, boolean forwards) {}
