package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.TokenVault;
import io.orderweave.http.Credentials;
import io.orderweave.http.HttpProfile;
import io.orderweave.http.RateBudget;
import io.orderweave.http.RateBudgets;
import io.orderweave.http.RateLimit;
import io.orderweave.http.RemoteApis;
import io.orderweave.http.Sleeper;
import io.orderweave.http.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the clients of Allegro's API and of its OAuth host. */
final class AllegroClients {

    /** Allegro slows an account down before it refuses it; answers after 20 s were seen. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /** Of one HTTP request. */
    static final Duration DEADLINE = Duration.ofSeconds(40);

    /** Of a request for tokens: a refresh makes two at most, and both must fit into {@link TokenVault#LONGEST_REFRESH}. */
    private static final Duration TOKEN_DEADLINE = Duration.ofSeconds(20);

    /** Per Client ID, whoever's account it serves; over it the client is blocked for a minute. */
    private static final RateLimit LIMIT = new RateLimit(9_000, Duration.ofMinutes(1));

    private static final Duration BLOCK = Duration.ofMinutes(1);

    private final AllegroConfig config;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Duration patience;

    AllegroClients(AllegroConfig config, Clock clock, Sleeper sleeper) {
        this(config, clock, sleeper, DEADLINE);
    }

    AllegroClients(AllegroConfig config, Clock clock, Sleeper sleeper, Duration patience) {
        this.config = config;
        this.clock = clock;
        this.sleeper = sleeper;
        this.patience = patience;
    }

    AllegroApi api(TokenVault vault) {
        AllegroTokenGrant grant = new AllegroTokenGrant(oauth(), config.firstRefreshToken(), clock);
        return RemoteApis.create(
                AllegroApi.class,
                profile("allegro")
                        .baseUrl(config.apiUrl())
                        .credentials(new TokenSource(grant, vault, clock))
                        .build());
    }

    AllegroOAuthApi oauth() {
        return RemoteApis.create(
                AllegroOAuthApi.class,
                profile("allegro-oauth")
                        .baseUrl(config.authUrl())
                        .readTimeout(TOKEN_DEADLINE)
                        .callDeadline(TOKEN_DEADLINE)
                        .credentials(Credentials.basic(
                                config.client().id(), config.client().secret()))
                        .build());
    }

    /** One for both hosts: the limit is the client's, and a request for tokens during a block would prolong it too. */
    private RateBudget budget() {
        return RateBudgets.budget(
                "allegro/" + config.apiUrl() + "/" + config.client().id(), BLOCK, LIMIT);
    }

    private HttpProfile.Builder profile(String system) {
        return HttpProfile.builder()
                .system(system)
                .userAgent(config.userAgent())
                .readTimeout(LONGEST_SILENCE)
                .callDeadline(patience)
                .requestIdHeader("trace-id")
                .errorCodes(AllegroClients::codes)
                .authorisationStatuses(Set.of(401, 403))
                .budget(budget())
                .clock(clock)
                .sleeper(sleeper);
    }

    /** Allegro's own {@code errors[].code}, OAuth's {@code error}, and the bare {@code code} of some old answers. */
    private static List<String> codes(JsonNode body) {
        List<String> codes = new ArrayList<>();
        body.path("errors").forEach(error -> codes.add(error.path("code").asText("")));
        codes.add(body.path("error").asText(""));
        codes.add(body.path("code").asText(""));
        return codes;
    }
}
