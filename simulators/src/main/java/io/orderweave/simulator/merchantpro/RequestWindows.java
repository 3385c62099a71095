package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.RateBlock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the requests served within the last second and minute. Thread-safe; not part of the saved state. */
final class RequestWindows {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final int perSecond;
    private final int perMinute;
    private final Deque<Instant> served = new ArrayDeque<>();
    private final RateBlock block;

    RequestWindows(MerchantProSettings settings) {
        this.clock = settings.clock();
        this.block = new RateBlock(clock);
        this.perSecond = settings.requestsPerSecond();
        this.perMinute = settings.requestsPerMinute();
    }

    /** Refuses everything for so long; a request meanwhile begins it anew. */
    void block(Duration lasting) {
        block.begin(lasting);
    }

    /** Whether a request made now is within the limits; if so, it counts. */
    synchronized boolean admits() {
        if (block.refuses()) {
            return false;
        }
        Instant now = clock.instant();
        while (!served.isEmpty() && !served.peekFirst().plus(MINUTE).isAfter(now)) {
            served.removeFirst();
        }
        long lastSecond =
                served.stream().filter(at -> at.plus(SECOND).isAfter(now)).count();
        if (served.size() >= perMinute || lastSecond >= perSecond) {
            return false;
        }
        served.addLast(now);
        return true;
    }
}
