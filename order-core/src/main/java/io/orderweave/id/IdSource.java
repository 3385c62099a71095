package io.orderweave.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Makes new identities: 32 hexadecimal digits that begin with the time, so that records created together lie together in an
 * index, and end with 80 random bits. Thread-safe.
 */
public final class IdSource {

    private final Clock clock;
    private final RandomGenerator random;

    /** Ids that no two nodes can both make. */
    public IdSource(Clock clock) {
        this(clock, new SecureRandom());
    }

    /** Ids from a given source of randomness, so that a test can repeat them. */
    public IdSource(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized String next() {
        byte[] bytes = new byte[10];
        random.nextBytes(bytes);
        return String.format("%012x", clock.millis()) + HexFormat.of().formatHex(bytes);
    }
}
