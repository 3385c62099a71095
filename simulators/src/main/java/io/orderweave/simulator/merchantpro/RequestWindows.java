package io.orderweave.simulator.merchantpro;

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
    private Instant blockedUntil = Instant.MIN;

    RequestWindows(MerchantProSettings settings) {
        this.clock = settings.clock();
        this.perSecond = settings.requestsPerSecond();
        this.perMinute = settings.requestsPerMinute();
    }

    /** Refuses everything for so long. */
    synchronized void block(Duration lasting) {
        blockedUntil = clock.instant().plus(lasting);
    }

    /** Whether a request made now is within the limits; if so, it counts. */
    synchronized boolean admits() {
        Instant now = clock.instant();
        if (now.isBefore(blockedUntil)) {
            return false;
        }
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
