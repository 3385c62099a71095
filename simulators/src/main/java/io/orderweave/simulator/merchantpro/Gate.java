package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import java.time.Duration;
import java.util.Optional;

/** What every call must pass before it is looked at: the right host, the API key, the rate limits. */
final class Gate {

    private final MerchantProSettings settings;
    private final Doorkeeper doorkeeper;
    private final RequestWindows windows;

    Gate(MerchantProSettings settings, RequestWindows windows) {
        this.settings = settings;
        this.doorkeeper = new Doorkeeper(settings);
        this.windows = windows;
    }

    /** Why a call gets no further; empty when it may go on. */
    Optional<Answer> refuses(Call call) {
        Optional<Answer> elsewhere = redirect(call);
        return elsewhere.isPresent() ? elsewhere : refusesCaller(call);
    }

    /** A shop answers at one host; any other name of it leads there, as the tests' "localhost" does. */
    private static Optional<Answer> redirect(Call call) {
        String host = call.header("Host").orElse("");
        return host.startsWith("127.0.0.1")
                ? Optional.empty()
                : Optional.of(Answer.empty(301)
                        .with("Location", "http://" + host.replaceFirst("^[^:]*", "127.0.0.1") + call.path()));
    }

    private Optional<Answer> refusesCaller(Call call) {
        return switch (doorkeeper.admit(call)) {
            case WRONG -> Optional.of(MerchantProErrors.unauthorized());
            case LOCKED_OUT -> Optional.of(MerchantProErrors.lockedOut());
            case COME_IN -> windows.admits() ? Optional.empty() : Optional.of(tooMany());
        };
    }

    private Answer tooMany() {
        Answer answer = MerchantProErrors.tooManyRequests();
        return settings.retryAfter()
                .map(Duration::toSeconds)
                .map(seconds -> answer.with("Retry-After", Long.toString(seconds)))
                .orElse(answer);
    }
}
