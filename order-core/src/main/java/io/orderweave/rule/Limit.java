package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * How many irreversible effects a rule may have done before a person is called: at most so many in any stretch of that length.
 *
 * @param atMost 1 to {@value #MOST}
 * @param per positive; at most 31 days
 */
public record Limit(
        @JsonProperty("atMost") int atMost,
        @JsonProperty("per") Duration per) {

    /** Each is remembered by name. */
    public static final int MOST = 1_000;

    private static final Duration LONGEST = Duration.ofDays(31);

    public Limit {
        if (atMost < 1 || atMost > MOST) {
            throw new IllegalArgumentException("a limit is 1 to " + MOST + ", not " + atMost);
        }
        if (per.isNegative() || per.isZero() || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a limit counts over a positive time up to 31 days, not " + per);
        }
    }

    @Override
    public String toString() {
        return "at most " + atMost + " per " + per;
    }
}
