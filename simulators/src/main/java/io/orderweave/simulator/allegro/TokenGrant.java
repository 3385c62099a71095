package io.orderweave.simulator.allegro;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pair of tokens.
 *
 * @param usedAt when the refresh token was changed for the next pair; from then on the access token is dead too
 * @param successor the refresh token of the next pair
 */
record TokenGrant(
        String accessToken,
        Instant accessUntil,
        String refreshToken,
        Instant refreshUntil,
        @Nullable Instant usedAt,
        @Nullable String successor) {

    static TokenGrant of(String access, Instant accessUntil, String refresh, Instant refreshUntil) {
        return new TokenGrant(access, accessUntil, refresh, refreshUntil, null, null);
    }

    TokenGrant changedFor(TokenGrant next, Instant now) {
        return new TokenGrant(accessToken, accessUntil, refreshToken, refreshUntil, now, next.refreshToken);
    }

    /** The same pair, its access token good until now at the longest. */
    TokenGrant expiredAt(Instant now) {
        Instant until = now.isBefore(accessUntil) ? now : accessUntil;
        return new TokenGrant(accessToken, until, refreshToken, refreshUntil, usedAt, successor);
    }

    boolean letsIn(Instant now) {
        return usedAt == null && now.isBefore(accessUntil);
    }

    Optional<Instant> used() {
        return Optional.ofNullable(usedAt);
    }
}
