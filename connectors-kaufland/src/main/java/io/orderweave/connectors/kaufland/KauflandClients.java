package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.http.HttpProfile;
import io.orderweave.http.RateBudgets;
import io.orderweave.http.RateLimit;
import io.orderweave.http.RemoteApis;
import io.orderweave.http.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the client of Kaufland's Seller API. */
final class KauflandClients {

    /** How long one HTTP request may take. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    /**
     * A little below the 111 requests a second and seller that Kaufland's page on rate limits is said to name; the specification
     * names none (UNCONFIRMED).
     */
    private static final RateLimit LIMIT = new RateLimit(100, Duration.ofSeconds(1));

    private static final Duration BLOCK = Duration.ofSeconds(30);
    private static final String PROBLEMS = "/problems/";

    private KauflandClients() {}

    static KauflandApi api(KauflandConfig config, Clock clock, Sleeper sleeper, Duration patience) {
        return RemoteApis.create(
                KauflandApi.class,
                HttpProfile.builder()
                        .system("kaufland")
                        .baseUrl(config.apiUrl())
                        .userAgent(config.userAgent())
                        .signer(new KauflandSigner(config.keys(), config.partner()))
                        .budget(RateBudgets.budget(
                                "kaufland/" + config.apiUrl() + "/"
                                        + config.keys().client(),
                                BLOCK,
                                LIMIT))
                        .callDeadline(patience)
                        .errorCodes(KauflandClients::codes)
                        // 403 speaks of the one thing asked for: "Request execution forbidden".
                        .authorisationStatuses(Set.of(401))
                        .clock(clock)
                        .sleeper(sleeper)
                        .build());
    }

    /** The problem's type without its common beginning, and the names of the fields that were wrong. */
    private static List<String> codes(JsonNode body) {
        List<String> codes = new ArrayList<>();
        String type = body.path("type").asText("");
        codes.add((type.startsWith(PROBLEMS) ? type.substring(PROBLEMS.length()) : type).replace('/', '.'));
        body.path("errors").forEach(error -> codes.add(error.path("field").asText("")));
        return codes;
    }
}
