package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.http.Credentials;
import io.orderweave.http.HttpProfile;
import io.orderweave.http.RateBudgets;
import io.orderweave.http.RateLimit;
import io.orderweave.http.RemoteApis;
import io.orderweave.http.Sleeper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the client of a shop's API. */
final class MerchantProClients {

    private static final String USER_AGENT = "Orderweave";
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /** How long one HTTP request may take. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    /** After a 429 that does not say how long; doubled with each that follows, as a client of real shops does. */
    private static final Duration BLOCK = Duration.ofMinutes(1);

    /** Clients speak of 4 in a second and 80 in a minute; 80 all the time would be more than the 3,600 of an hour. */
    private static final RateLimit[] LIMITS = {
        new RateLimit(3, Duration.ofSeconds(1)),
        new RateLimit(80, Duration.ofMinutes(1)),
        new RateLimit(3_600, Duration.ofHours(1)),
        new RateLimit(60_000, Duration.ofDays(1))
    };

    private MerchantProClients() {}

    static MerchantProApi api(MerchantProConfig config, Clock clock, Sleeper sleeper, Duration patience) {
        return RemoteApis.create(
                MerchantProApi.class,
                HttpProfile.builder()
                        .system("merchantpro")
                        .baseUrl(apiUrl(config.shopUrl()))
                        .userAgent(USER_AGENT)
                        .credentials(Credentials.basic(
                                config.key().key(), config.key().secret()))
                        .budget(RateBudgets.budget(
                                "merchantpro/" + config.shop() + "/"
                                        + config.key().key(),
                                BLOCK,
                                LIMITS))
                        .readTimeout(LONGEST_SILENCE)
                        .callDeadline(patience)
                        .errorCodes(MerchantProClients::codes)
                        // Neither is ever sent again: wrong credentials, repeated, lock the shop's API.
                        .authorisationStatuses(Set.of(401, 403))
                        .clock(clock)
                        .sleeper(sleeper)
                        .build());
    }

    /** Where the API is; a slash at the end of the shop's address does not matter. */
    static URI apiUrl(URI shopUrl) {
        String base = shopUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "api/v2/");
    }

    /** Names, never messages: these are for people and quote what was sent. */
    private static List<String> codes(JsonNode body) {
        List<String> codes = new ArrayList<>();
        codes.add(body.path("error").path("name").asText(""));
        body.path("errors").forEach(error -> codes.add(error.path("name").asText("")));
        return codes;
    }
}
