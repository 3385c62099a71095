package io.orderweave.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock a test moves: either it stands still until moved, or it follows another clock at a distance the test sets.
 *
 * <p>Hosts call it. Thread-safe. Give the same one to the simulators and to the code under test.
 */
public final class SimulatorClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> offset;

    private SimulatorClock(Clock base, AtomicReference<Duration> offset) {
        this.base = base;
        this.offset = offset;
    }

    /** A clock that stands at this moment until it is moved. */
    public static SimulatorClock at(Instant start) {
        return new SimulatorClock(Clock.fixed(start, ZoneOffset.UTC), new AtomicReference<>(Duration.ZERO));
    }

    /** A clock that runs with the other one and can be moved ahead of it. */
    public static SimulatorClock following(Clock other) {
        return new SimulatorClock(other, new AtomicReference<>(Duration.ZERO));
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException if the step is negative; {@link #moveTo(Instant)} may go back
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("A clock advances; use moveTo to go back: " + step);
        }
        offset.accumulateAndGet(step, Duration::plus);
    }

    /** Moves the clock to this moment, forward or back. */
    public void moveTo(Instant moment) {
        offset.set(Duration.between(base.instant(), moment));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** The same clock shown in another zone: moving one moves both. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new SimulatorClock(base.withZone(zone), offset);
    }
}
