package io.orderweave.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The faults a simulator shows on cue: the first cue that fits a request and is not used up decides, in the order cued.
 *
 * <pre>{@code
 * simulator.faults().on("POST", "/order/checkout-forms/[^/]+/shipments").once(Fault.cutAfterWrite());
 * simulator.faults().onOperation("createPacket").times(2, Fault.status(503));
 * }</pre>
 *
 * <p>Hosts call {@link #on}, {@link #onOperation} and {@link #clear}; simulators call {@link #take}. Thread-safe. Cues are
 * not part of the state file: a restarted simulator behaves.
 */
public final class Faults {

    private final List<Armed> cues = new ArrayList<>();

    /**
     * Cues a fault for requests of this method whose whole path fits the regular expression.
     *
     * @param method such as {@code POST}
     * @param pathRegex fits the path without its query
     */
    public Cue on(String method, String pathRegex) {
        Pattern path = Pattern.compile(pathRegex);
        return new Cue(request ->
                request.method().equals(method) && path.matcher(request.path()).matches());
    }

    /**
     * Cues a fault for one operation, needed where every request has the same path.
     *
     * @param operation as in {@link RecordedRequest#operation()}, such as {@code createPacket}
     */
    public Cue onOperation(String operation) {
        return new Cue(request -> request.operation().equals(operation));
    }

    /** Forgets all cues. */
    public synchronized void clear() {
        cues.clear();
    }

    /** How many times cued faults are still due, those cued for always not counted. */
    public synchronized int due() {
        return cues.stream()
                .filter(cue -> cue.left != Armed.ALWAYS)
                .mapToInt(cue -> cue.left)
                .sum();
    }

    /** The fault for this request, used up by this call; simulators call it once for each request. */
    public synchronized Optional<Fault> take(String method, String path, String operation) {
        Asked request = new Asked(method, path, operation);
        for (Iterator<Armed> rest = cues.iterator(); rest.hasNext(); ) {
            Armed cue = rest.next();
            if (cue.matcher.test(request)) {
                if (cue.left != Armed.ALWAYS && --cue.left == 0) {
                    rest.remove();
                }
                return Optional.of(cue.fault);
            }
        }
        return Optional.empty();
    }

    private synchronized void arm(Predicate<Asked> matcher, int count, Fault fault) {
        cues.add(new Armed(matcher, fault, count));
    }

    private record Asked(String method, String path, String operation) {}

    private static final class Armed {

        static final int ALWAYS = -1;

        final Predicate<Asked> matcher;
        final Fault fault;
        int left;

        Armed(Predicate<Asked> matcher, Fault fault, int left) {
            this.matcher = matcher;
            this.fault = fault;
            this.left = left;
        }
    }

    /** Which requests a fault is for; say how often. */
    public final class Cue {

        private final Predicate<Asked> matcher;

        private Cue(Predicate<Asked> matcher) {
            this.matcher = matcher;
        }

        /** The next fitting request fails so. */
        public void once(Fault fault) {
            times(1, fault);
        }

        /**
         * The next fitting requests fail so.
         *
         * @throws IllegalArgumentException if {@code count} is not positive
         */
        public void times(int count, Fault fault) {
            if (count < 1) {
                throw new IllegalArgumentException("A fault is shown at least once: " + count);
            }
            arm(matcher, count, fault);
        }

        /** Every fitting request fails so until {@link Faults#clear()}. */
        public void always(Fault fault) {
            arm(matcher, Armed.ALWAYS, fault);
        }
    }
}
