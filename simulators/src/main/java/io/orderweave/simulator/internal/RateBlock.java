package io.orderweave.simulator.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A block for too many requests: calling during it begins it anew. Thread-safe; not part of the saved state. */
public final class RateBlock {

    private final Clock clock;
    private Optional<Instant> until = Optional.empty();
    private Duration length = Duration.ZERO;

    public RateBlock(Clock clock) {
        this.clock = clock;
    }

    public synchronized void begin(Duration lasting) {
        length = lasting;
        until = Optional.of(clock.instant().plus(lasting));
    }

    /** Whether a call made now is refused; if so, the block is extended. */
    public synchronized boolean refuses() {
        boolean blocked = until.filter(end -> clock.instant().isBefore(end)).isPresent();
        until = blocked ? Optional.of(clock.instant().plus(length)) : Optional.empty();
        return blocked;
    }
}
