package io.orderweave.bankmail;

/** Why a mail is not trusted. */
public enum RejectionReason {
    /** The secret address of the mailbox is not among the recipients that the own mail server wrote down. */
    NOT_ADDRESSED_TO_MAILBOX,
    /** No From, several, or one that is not a plain address. */
    SENDER_UNCLEAR,
    /** The sender is neither a bank nor somebody who may forward. */
    SENDER_UNKNOWN,
    /** The sender's domain imitates another: punycode, letters that are not ASCII, a bank's domain at its beginning. */
    SENDER_LOOKALIKE,
    /** The own mail server left no verdict. */
    AUTHENTICATION_MISSING,
    /** The verdict is not well-formed by RFC 8601. */
    AUTHENTICATION_MALFORMED,
    /** The verdict does not say that the mail comes from the sender's domain. */
    AUTHENTICATION_FAILED,
    /** A bank does not reply or forward. */
    REPLY_OR_FORWARD,
    /** The notice is about an account that is not the shop's. */
    FOREIGN_ACCOUNT,
    /** The notice is dated in the future or too long ago. */
    OUTSIDE_DATE_WINDOW
}
