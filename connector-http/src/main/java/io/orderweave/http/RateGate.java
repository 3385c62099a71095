package io.orderweave.http;

import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets a request through when its budget allows, after a short wait if need be. During a block none passes. */
final class RateGate implements Interceptor {

    /** A longer wait is better done by whoever schedules the next call. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final RateBudget budget;
    private final HttpProfile profile;

    RateGate(RateBudget budget, HttpProfile profile) {
        this.budget = budget;
        this.profile = profile;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        RemoteCall call = RemoteCall.of(chain.request());
        refuseWhileBlocked(call);
        Duration wait = budget.reserve(profile.clock().instant(), LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw closed(call, "the rate budget is used up", wait);
        }
        if (!wait.isZero()) {
            sleep(call, wait);
            refuseWhileBlocked(call);
        }
        Response response = chain.proceed(chain.request());
        Instant now = profile.clock().instant();
        if (response.code() == 429 && !call.refusals().contains(429)) {
            budget.block(now, RetryAfter.of(response, now).orElse(Duration.ZERO));
        } else if (response.isSuccessful()) {
            budget.served(now);
        }
        return response;
    }

    private void refuseWhileBlocked(RemoteCall call) {
        Duration left = budget.blockedFor(profile.clock().instant());
        if (!left.isZero()) {
            // Calling during a block would prolong it.
            throw closed(call, "the other side has blocked us", left);
        }
    }

    private OutsideFault closed(RemoteCall call, String why, Duration wait) {
        return OutsideFault.of(
                        FaultCategory.RATE_LIMITED,
                        OutsideFault.Reached.NO,
                        profile.system() + " " + call.name() + ": not sent, " + why)
                .retryAfter(Optional.of(wait))
                .build();
    }

    private void sleep(RemoteCall call, Duration wait) {
        try {
            profile.sleeper().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw closed(call, "interrupted while waiting for the rate budget", wait);
        }
    }
}
