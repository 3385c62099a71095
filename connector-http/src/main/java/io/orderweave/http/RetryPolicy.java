package io.orderweave.http;

import java.time.Duration;

/**
 * How often a read that failed for a passing reason is sent again. Writes never are.
 *
 * @param attempts in all, at least 1
 * @param firstPause before the second attempt; doubled before each further one, then shortened by up to half at random
 * @param longestPause also the longest {@code Retry-After} that is waited for; a longer one is left to the caller
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    public static final RetryPolicy STANDARD = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(10));

    public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("a read is attempted at least once, not " + attempts + " times");
        }
    }
}
