package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Issues, changes and checks pairs of tokens; the callers hold the state. */
final class Tokens {

    /** Long enough that a column or header too short for a real token shows. */
    private static final int SIGNATURE_PARTS = 11;

    private final AllegroSettings settings;

    Tokens(AllegroSettings settings) {
        this.settings = settings;
    }

    TokenGrant issue(AllegroState state, Instant now) {
        TokenGrant grant = TokenGrant.of(
                token(state, "access", now.plus(settings.accessTokenLife())),
                now.plus(settings.accessTokenLife()),
                token(state, "refresh", now.plus(settings.refreshTokenLife())),
                now.plus(settings.refreshTokenLife()));
        state.grants.add(grant);
        return grant;
    }

    /** Changes a refresh token for the next pair, once; a used one is good for the same pair during the grace. */
    Optional<TokenGrant> refresh(AllegroState state, String refreshToken, Instant now) {
        Optional<TokenGrant> found = byRefreshToken(state, refreshToken).filter(it -> now.isBefore(it.refreshUntil()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TokenGrant grant = found.get();
        if (grant.used().isEmpty()) {
            TokenGrant next = issue(state, now);
            state.grants.set(state.grants.indexOf(grant), grant.changedFor(next, now));
            return Optional.of(next);
        }
        Duration ago = Duration.between(grant.used().get(), now);
        String successor = grant.successor();
        return successor != null && ago.compareTo(settings.refreshGrace()) < 0
                ? byRefreshToken(state, successor)
                : Optional.empty();
    }

    boolean letIn(AllegroState state, String accessToken, Instant now) {
        return state.grants.stream().anyMatch(it -> it.accessToken().equals(accessToken) && it.letsIn(now));
    }

    private static Optional<TokenGrant> byRefreshToken(AllegroState state, String refreshToken) {
        return state.grants.stream()
                .filter(it -> it.refreshToken().equals(refreshToken))
                .findFirst();
    }

    /** Has the shape and length of a JSON Web Token; its signature is invented. */
    private String token(AllegroState state, String kind, Instant until) {
        long number = state.next();
        StringBuilder signature = new StringBuilder();
        for (int part = 0; part < SIGNATURE_PARTS; part++) {
            signature.append(Ids.hex(settings.seed(), kind + " token part " + part, number, 32));
        }
        String payload = "{\"user_name\":\"" + settings.sellerId() + "\",\"kind\":\"" + kind + "\",\"exp\":"
                + until.getEpochSecond() + ",\"jti\":\"" + Ids.uuid(settings.seed(), kind + " token", number) + "\"}";
        return encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(payload) + "." + signature;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
