package io.orderweave.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Makes new identities: 32 hexadecimal digits that begin with the time, so that records created together lie together in an
 * index, and end with 79 random bits, from which those of one millisecond count up: sorted by text they are as they were made.
 * Thread-safe.
 */
public final class IdSource {

    private final Clock clock;
    private final RandomGenerator random;
    private final byte[] tail = new byte[10];
    private long millis = -1;

    /** Ids that no two nodes can both make. */
    public IdSource(Clock clock) {
        this(clock, new SecureRandom());
    }

    /** Ids from a given source of randomness, so that a test can repeat them. */
    public IdSource(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Greater than every id made before by this source, also within one millisecond and when the clock goes back. */
    public synchronized String next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            random.nextBytes(tail);
            // Room to count up in.
            tail[0] &= 0x7f;
        } else {
            countUp();
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(millis, 12) + hex.formatHex(tail);
    }

    /** Smaller than every id made at that moment or later. */
    public static String before(Instant moment) {
        return HexFormat.of().toHexDigits(moment.toEpochMilli(), 12);
    }

    /** When an id was made, to the millisecond. */
    public static Instant moment(String id) {
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(id, 0, 12));
    }

    private void countUp() {
        int digit = tail.length - 1;
        while (++tail[digit] == 0) {
            digit--;
        }
    }
}
