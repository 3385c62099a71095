package io.orderweave.http;

import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Sends reads again when they fail for a passing reason, a bounded number of times and never past the call's deadline. */
final class ReadRetries {

    private final HttpProfile profile;

    ReadRetries(HttpProfile profile) {
        this.profile = profile;
    }

    <T> T run(RemoteCall call, Supplier<T> attempt) {
        if (call.writes()) {
            return attempt.get();
        }
        Instant deadline = profile.clock().instant().plus(profile.callDeadline());
        for (int number = 1; ; number++) {
            try {
                return attempt.get();
            } catch (OutsideFault fault) {
                Duration pause = pauseAfter(number, fault);
                boolean worthIt = fault.category() == FaultCategory.TRANSIENT
                        && number < profile.retries().attempts()
                        && pause.compareTo(profile.retries().longestPause()) <= 0
                        && profile.clock().instant().plus(pause).isBefore(deadline);
                if (!worthIt || !sleep(pause)) {
                    throw fault;
                }
            }
        }
    }

    private Duration pauseAfter(int number, OutsideFault fault) {
        RetryPolicy policy = profile.retries();
        Duration doubled = policy.firstPause().multipliedBy(1L << Math.min(number - 1, 20));
        Duration most = doubled.compareTo(policy.longestPause()) < 0 ? doubled : policy.longestPause();
        // Clients that failed together must not come back together.
        Duration jittered = most.minus(
                most.multipliedBy(ThreadLocalRandom.current().nextInt(500)).dividedBy(1000));
        return fault.retryAfter().filter(asked -> asked.compareTo(jittered) > 0).orElse(jittered);
    }

    private boolean sleep(Duration pause) {
        try {
            profile.sleeper().sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
