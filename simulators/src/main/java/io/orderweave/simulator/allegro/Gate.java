package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.RateBlock;
import io.orderweave.simulator.internal.StateStore;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What every call must pass before it is looked at: identification, rate block, token, media type. */
final class Gate {

    private static final String BEARER = "bearer ";
    private static final String BETA = "/order/customer-returns";

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final Tokens tokens;
    private final RateBlock block;
    private final Pattern userAgent;

    Gate(AllegroSettings settings, StateStore<AllegroState> store, Tokens tokens, RateBlock block) {
        this.settings = settings;
        this.store = store;
        this.tokens = tokens;
        this.block = block;
        String name = settings.applicationName().map(Pattern::quote).orElse("[^/]+");
        this.userAgent = Pattern.compile(name + "/[0-9][^ ]* \\(\\+https?://[^ )]+\\)");
    }

    /**
     * Why a call of an application that does not say who it is gets no further; empty when it does. That such applications
     * are blocked is announced; with which answer is UNCONFIRMED.
     */
    Optional<Answer> refusesApplication(Call call) {
        boolean identified = call.header("User-Agent")
                .filter(value -> userAgent.matcher(value).matches())
                .isPresent();
        return identified
                ? Optional.empty()
                : Optional.of(AllegroErrors.error(
                        403,
                        "UserAgentNotAllowed",
                        "User-Agent must be AppName/1.2.3 (+https://docs-url), with the registered name",
                        "User-Agent"));
    }

    /** Why a call of the REST API gets no further; empty when it may go on. */
    Optional<Answer> refuses(Call call) {
        if (block.refuses()) {
            return Optional.of(
                    AllegroErrors.error(429, "TooManyRequests", "Too many requests; the client is blocked", null));
        }
        String header = call.header("Authorization").orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(AllegroErrors.unauthorized());
        }
        String token = header.substring(BEARER.length()).strip();
        if (!store.read(state -> tokens.letIn(state, token, settings.clock().instant()))) {
            return Optional.of(AllegroErrors.deadToken());
        }
        boolean beta = call.path().startsWith(BETA);
        return call.names("Accept", beta ? AllegroErrors.BETA_MEDIA_TYPE : AllegroErrors.MEDIA_TYPE)
                ? Optional.empty()
                : Optional.of(AllegroErrors.notAcceptable());
    }
}
