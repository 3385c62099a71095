package io.orderweave.internal.book;

/** A host's action threw. Carries the name of what was thrown and nothing of what it says, which may quote the order. */
final class HostActionFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String kind;

    HostActionFault(String action, RuntimeException thrown) {
        super("action " + action + " threw " + thrown.getClass().getName());
        this.what = "action " + action;
        this.kind = thrown.getClass().getName();
        setStackTrace(thrown.getStackTrace());
    }

    String what() {
        return what;
    }

    String kind() {
        return kind;
    }
}
