package io.orderweave.examples.marketplace;

import io.orderweave.connection.Settings;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.Tokens;
import io.orderweave.http.Credentials;
import io.orderweave.http.HttpProfile;
import io.orderweave.http.RateBudget;
import io.orderweave.http.RateBudgets;
import io.orderweave.http.RateLimit;
import io.orderweave.http.RawJson;
import io.orderweave.http.RemoteApis;
import io.orderweave.http.TokenGrant;
import io.orderweave.http.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes clients of Stall's API that have access and keep to its limits. */
final class StallClients {

    private static final RateLimit LIMIT = new RateLimit(12_000, Duration.ofMinutes(1));

    private StallClients() {}

    static HttpProfile.Builder profile(Settings settings, ConnectorContext context) {
        return HttpProfile.builder()
                .system("stall")
                .baseUrl(settings.uri("url"))
                .userAgent("orderweave-stall/1.0")
                .requestIdHeader("x-request-id")
                .clock(context.clock());
    }

    static <A> A api(Class<A> api, Settings settings, ConnectorContext context, HttpProfile.Builder profile) {
        String client = settings.get("client.id");
        Credentials secret = Credentials.basic(client, settings.get("client.secret"));
        HttpProfile forTokens = profile.credentials(secret).build();
        Grant grant = new Grant(RemoteApis.create(StallApi.class, forTokens), context.clock());
        Credentials token = new TokenSource(grant, context.tokens(), context.clock());
        String account = "stall/" + settings.get("url") + "/" + client;
        RateBudget budget = RateBudgets.budget(account, Duration.ofMinutes(1), LIMIT);
        return RemoteApis.create(api, profile.credentials(token).budget(budget).build());
    }

    /** Stall gives a new token for id and secret whenever asked. */
    private record Grant(StallApi access, Clock clock) implements TokenGrant {

        @Override
        public Optional<Tokens> first() {
            return Optional.of(new Tokens("none yet", Optional.empty(), Instant.EPOCH));
        }

        @Override
        public Tokens refresh(Tokens stale) {
            RawJson token = access.token();
            return new Tokens(
                    StallJson.required(token.tree(), "/access_token"),
                    Optional.empty(),
                    clock.instant().plusSeconds(token.tree().path("expires_in").asInt()));
        }

        @Override
        public String instructions() {
            return "check client.id and client.secret on Stall's page \"Applications\"";
        }
    }
}
