package io.orderweave.simulator.bank;

/** What is wrong with a mail that no bank sent. */
public enum BankMailForgery {
    /** From a domain that only begins with the bank's, for which all checks pass. */
    SPOOFED_DOMAIN,
    /** From the bank's address; our mail server says that signature and policy failed. */
    FAILED_AUTHENTICATION,
    /** From the bank's address; our mail server says nothing. */
    NO_AUTHENTICATION,
    /** From the bank's address; all checks pass, but for the forger's domain. */
    MISALIGNED_AUTHENTICATION,
    /** From the bank's address; the passes were written by a server whose name only begins with ours. */
    FOREIGN_AUTHENTICATION,
    /** All is well but for the recipient: not the shop's secret address. */
    OTHER_RECIPIENT,
    /** Two From headers, the bank's and the forger's. */
    TWO_SENDERS
}
