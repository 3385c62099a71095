package io.orderweave.examples.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as the commands have it: what it is, and how it passes. Thread-safe. */
public interface Time {

    Clock clock();

    /**
     * Waits for a moment; one that has passed is not waited for.
     *
     * @return false when the thread was told to stop, which it still is
     */
    boolean await(Instant moment);

    /** As {@link #await(Instant)}, so much from now on. */
    default boolean pass(Duration duration) {
        return await(clock().instant().plus(duration));
    }

    /** This machine's. */
    static Time real() {
        return new Time() {
            @Override
            public Clock clock() {
                return Clock.systemUTC();
            }

            @Override
            public boolean await(Instant moment) {
                try {
                    // A millisecond more: the pause is cut to milliseconds and must not end early.
                    Thread.sleep(Math.max(
                            0, Duration.between(clock().instant(), moment).toMillis() + 1));
                    return true;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };
    }
}
