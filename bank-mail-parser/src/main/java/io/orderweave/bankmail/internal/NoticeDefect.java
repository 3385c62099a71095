package io.orderweave.bankmail.internal;

/** Why a notice of a known layout cannot be read. */
public enum NoticeDefect {
    /** Something that the layout always has is not there: the text was cut. */
    INCOMPLETE,
    /** A field has a value that it cannot have. */
    MALFORMED,
    /** A field occurs twice, or two texts of one mail disagree: several notices, or an attempt to slip in a field. */
    AMBIGUOUS
}
