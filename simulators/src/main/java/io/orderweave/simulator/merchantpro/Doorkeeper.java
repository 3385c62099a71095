package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.Call;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Knows the API key. After several wrong ones in a row nobody gets in for a time. Thread-safe; not part of the saved state. */
final class Doorkeeper {

    private final MerchantProSettings settings;
    private final String expected;
    private int failures;
    private Instant lockedUntil = Instant.MIN;

    Doorkeeper(MerchantProSettings settings) {
        this.settings = settings;
        byte[] credentials = (settings.apiKey() + ":" + settings.apiSecret()).getBytes(StandardCharsets.UTF_8);
        this.expected = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** What is said to a caller. */
    enum Verdict {
        COME_IN,
        WRONG,
        LOCKED_OUT
    }

    synchronized Verdict admit(Call call) {
        Instant now = settings.clock().instant();
        if (now.isBefore(lockedUntil)) {
            return Verdict.LOCKED_OUT;
        }
        if (call.header("Authorization").filter(expected::equals).isPresent()) {
            failures = 0;
            return Verdict.COME_IN;
        }
        failures++;
        if (failures >= settings.failuresBeforeLockOut()) {
            failures = 0;
            lockedUntil = now.plus(settings.lockOut());
        }
        return Verdict.WRONG;
    }
}
