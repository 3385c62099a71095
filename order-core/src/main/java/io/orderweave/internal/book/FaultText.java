package io.orderweave.internal.book;

import io.orderweave.error.OrderweaveException;

/** Faults as text for attempts, quarantine and logs. Our own say what is wrong without personal data; of others only the kind is harmless. */
public final class FaultText {

    private FaultText() {}

    /** What happened, in one line. */
    public static String of(Throwable fault) {
        return OrderweaveException.in(fault)
                .map(known -> known.category() + ": " + known.getMessage())
                .orElseGet(() -> kind(fault));
    }

    private static String kind(Throwable fault) {
        return fault instanceof ListenerFault listener
                ? "a listener failed with " + listener.thrown().getClass().getName()
                : fault.getClass().getName();
    }

    /** Where it came from, for the log: without the messages of others, which may quote anything. */
    public static Throwable traceOf(Throwable fault) {
        Throwable trace = new Throwable(of(fault));
        trace.setStackTrace(fault.getStackTrace());
        return trace;
    }
}
