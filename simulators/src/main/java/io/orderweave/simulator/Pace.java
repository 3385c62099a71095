package io.orderweave.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * How something at a simulator goes on by itself, step by step: with its clock, with being asked, or not at all. Immutable;
 * hosts choose one, simulators ask it.
 */
public sealed interface Pace {

    /** A step each time this much has passed on the simulator's clock; zero means all steps at once. */
    record OnClock(Duration step) implements Pace {
        public OnClock {
            if (step.isNegative()) {
                throw new IllegalArgumentException("A step lasts no negative time: " + step);
            }
        }

        @Override
        public int steps(Instant since, Instant now, int polls) {
            if (step.isZero()) {
                return ALL;
            }
            Duration passed = Duration.between(since, now);
            return passed.isNegative() ? 0 : (int) Math.min(ALL, passed.dividedBy(step));
        }

        @Override
        public Instant momentOf(int number, Instant since, Instant now) {
            return since.plus(step.multipliedBy(number));
        }
    }

    /** A step each time it was asked about this many times. */
    record PerPolls(int count) implements Pace {
        public PerPolls {
            if (count < 1) {
                throw new IllegalArgumentException("A step takes at least one poll: " + count);
            }
        }

        @Override
        public int steps(Instant since, Instant now, int polls) {
            return polls / count;
        }
    }

    /** Only when the test says so. */
    record Never() implements Pace {
        @Override
        public int steps(Instant since, Instant now, int polls) {
            return 0;
        }
    }

    /** More steps than anything has. */
    int ALL = Integer.MAX_VALUE;

    static Pace onClock(Duration step) {
        return new OnClock(step);
    }

    static Pace perPolls(int count) {
        return new PerPolls(count);
    }

    static Pace atOnce() {
        return new OnClock(Duration.ZERO);
    }

    static Pace never() {
        return new Never();
    }

    /**
     * How many steps are due.
     *
     * @param since when it began
     * @param now the simulator's time
     * @param polls how often it was asked about since it began
     */
    int steps(Instant since, Instant now, int polls);

    /**
     * When a due step was taken: on a clock it may be long ago, else it is now.
     *
     * @param number counted from one
     */
    default Instant momentOf(int number, Instant since, Instant now) {
        return now;
    }
}
