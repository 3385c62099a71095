package io.orderweave.rule;

/** What a condition says. */
public enum Verdict {
    TRUE,
    FALSE,
    /** A field is unknown; not true. */
    UNKNOWN;

    static Verdict of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Verdict and(Verdict other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    Verdict or(Verdict other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }

    Verdict negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
