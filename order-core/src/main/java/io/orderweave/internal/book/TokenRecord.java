package io.orderweave.internal.book;

import java.time.Instant;
import java.util.Optional;

/**
 * OAuth tokens as they lie in the store: in clear text, or sealed when the host gave a key. Prints no token.
 *
 * @param id the connection
 * @param sealed both tokens as one secret; then there are none beside it
 */
public record TokenRecord(
        String id,
        Optional<String> accessToken,
        Optional<String> refreshToken,
        Optional<SealedSecret> sealed,
        Instant expiresAt) {

    public TokenRecord {
        if (accessToken.isPresent() == sealed.isPresent()) {
            throw new IllegalArgumentException("tokens of " + id + " are either in clear text or sealed");
        }
    }

    public static TokenRecord clear(String id, String accessToken, Optional<String> refreshToken, Instant expiresAt) {
        return new TokenRecord(id, Optional.of(accessToken), refreshToken, Optional.empty(), expiresAt);
    }

    public static TokenRecord sealed(String id, SealedSecret sealed, Instant expiresAt) {
        return new TokenRecord(id, Optional.empty(), Optional.empty(), Optional.of(sealed), expiresAt);
    }

    @Override
    public String toString() {
        return "TokenRecord[" + id + "]";
    }
}
