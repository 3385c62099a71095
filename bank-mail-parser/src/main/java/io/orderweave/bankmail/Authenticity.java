package io.orderweave.bankmail;

/** What is known about the sender of a mail that was read. */
public enum Authenticity {
    /** The own mail server found that the mail comes from the sender's domain. */
    VERIFIED,
    /** It did not; the mailbox's policy is {@link AuthenticationPolicy#WARN}. */
    UNVERIFIED,
    /** Nobody asked; the mailbox's policy is {@link AuthenticationPolicy#OFF}. */
    UNCHECKED
}
