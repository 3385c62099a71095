package io.orderweave.examples.shop;

import io.orderweave.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time that passes at once when somebody waits; the simulators share its clock. */
record VirtualTime(SimulatorClock clock) implements Time {

    /** From now on. */
    static VirtualTime begin() {
        return new VirtualTime(SimulatorClock.following(Clock.systemUTC()));
    }

    @Override
    public boolean await(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        if (!left.isNegative()) {
            clock.advance(left);
        }
        return true;
    }
}
