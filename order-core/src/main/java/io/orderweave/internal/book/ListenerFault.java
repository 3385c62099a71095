package io.orderweave.internal.book;

/** The host's listener failed, not the change itself. */
public final class ListenerFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException thrown;

    ListenerFault(RuntimeException thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** What the listener threw. */
    public RuntimeException thrown() {
        return thrown;
    }
}
