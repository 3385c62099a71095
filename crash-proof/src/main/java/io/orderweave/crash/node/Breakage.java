package io.orderweave.crash.node;

/** An engine that is broken on purpose: the proof that the proof can fail. */
public enum Breakage {
    /** The engine as it is. */
    NONE,

    /** Every store call is a transaction of its own, as in systems that run the command before its state is saved. */
    NO_TRANSACTIONS,

    /** A courier whose search never finds anything: what was in doubt is sent again. */
    BLIND_SEARCH
}
