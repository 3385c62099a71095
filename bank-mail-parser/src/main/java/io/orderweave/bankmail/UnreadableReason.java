package io.orderweave.bankmail;

/** Why a mail that may be genuine cannot be read. A person should look at it. */
public enum UnreadableReason {
    /** Larger than the limit, as a whole or one of its texts. */
    TOO_LARGE,
    /** More parts, or deeper ones, than the limit. */
    TOO_COMPLEX,
    /** Not a well-formed MIME mail. */
    MALFORMED_MAIL,
    /** Only attachments, or nothing. */
    NO_TEXT,
    /** Encrypted: no key is known here. */
    ENCRYPTED,
    /** The bank is known, its notices are not read by this version. */
    BANK_NOT_SUPPORTED,
    /** The bank is supported and this is none of its known layouts: a new one, an advertisement, a login alert. */
    UNKNOWN_LAYOUT,
    /** A known layout, cut. */
    INCOMPLETE_NOTICE,
    /** A known layout with an impossible value. */
    MALFORMED_NOTICE,
    /** A field occurs twice, or the texts of the mail disagree: several notices in one, or a field slipped in. */
    AMBIGUOUS_NOTICE,
    /** Neither the notice nor the mail has a readable date. */
    NO_DATE
}
