package io.orderweave.internal.book;

import io.orderweave.error.OrderweaveException;

/** Faults as text for attempts, quarantine and logs. Our own say what is wrong without personal data; of others only the kind is harmless. */
public final class FaultText {

    private FaultText() {}

    /** What happened, in one line. */
    public static String of(Throwable fault) {
        if (fault instanceof OrderweaveException known) {
            return known.category() + ": " + known.getMessage();
        }
        if (fault instanceof ListenerFault listener) {
            return "a listener failed with " + listener.thrown().getClass().getName();
        }
        return fault.getClass().getName();
    }

    /** Where it came from, for the log: without the messages of others, which may quote anything. */
    public static Throwable traceOf(Throwable fault) {
        Throwable trace = new Throwable(of(fault));
        trace.setStackTrace(fault.getStackTrace());
        return trace;
    }
}
