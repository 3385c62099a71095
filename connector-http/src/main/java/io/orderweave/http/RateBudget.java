package io.orderweave.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What may be sent under one key, for example one client id: never more requests than the limits allow in any window of time, and
 * none at all while the other side has us blocked. Thread-safe; got from {@link RateBudgets}.
 */
public final class RateBudget {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final List<Window> windows;
    private final Duration firstPause;
    private Instant blockedUntil = Instant.MIN;
    private int blocksInARow;

    RateBudget(Duration firstPause, List<RateLimit> limits) {
        this.firstPause = firstPause;
        this.windows = limits.stream().map(Window::new).toList();
    }

    /** How long the other side's block still lasts. */
    synchronized Duration blockedFor(Instant now) {
        return blockedUntil.isAfter(now) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    }

    /**
     * Takes a permit.
     *
     * @return how long to wait before using it; when longer than {@code longestWait}, none was taken
     */
    synchronized Duration reserve(Instant now, Duration longestWait) {
        Instant free = now;
        for (Window window : windows) {
            free = window.freeAt(free);
        }
        Duration wait = Duration.between(now, free);
        if (wait.compareTo(longestWait) <= 0) {
            for (Window window : windows) {
                window.take(free);
            }
        }
        return wait;
    }

    /** The other side blocked us. Its pause grows with every block that follows another without a success between. */
    synchronized void block(Instant now, Duration asked) {
        if (!blockedUntil.isAfter(now)) {
            blocksInARow++;
        }
        Duration grown = firstPause.multipliedBy(1L << Math.min(blocksInARow - 1, 10));
        Duration pause = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        Instant until = now.plus(pause.compareTo(asked) > 0 ? pause : asked);
        blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
    }

    /** The other side served us. */
    synchronized void served(Instant now) {
        if (!blockedUntil.isAfter(now)) {
            blocksInARow = 0;
        }
    }

    /**
     * The times of the last permits: one may be taken when the oldest is a whole window ago. Unlike a bucket of tokens, which lets
     * up to twice the limit through a window, this is exact.
     */
    private static final class Window {

        private final Duration per;
        private final Instant[] taken;
        private int oldest;

        Window(RateLimit limit) {
            this.per = limit.per();
            this.taken = new Instant[limit.permits()];
        }

        Instant freeAt(Instant now) {
            Instant last = taken[oldest];
            return last == null || last.plus(per).isBefore(now) ? now : last.plus(per);
        }

        void take(Instant at) {
            taken[oldest] = at;
            oldest = (oldest + 1) % taken.length;
        }
    }
}
