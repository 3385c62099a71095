package io.orderweave.http;

import java.time.Duration;

/**
 * A limit of an outside system.
 *
 * @param permits requests, 1 to 100,000
 * @param per within any time of this length
 */
public record RateLimit(int permits, Duration per) {

    public RateLimit {
        if (permits < 1 || permits > 100_000) {
            throw new IllegalArgumentException("a rate limit has 1 to 100,000 permits, not " + permits);
        }
    }
}
