package io.orderweave.internal.book;

import java.time.Instant;
import java.util.Optional;

/** OAuth tokens as they lie in the store. Prints no token. */
public record TokenRecord(String id, String accessToken, Optional<String> refreshToken, Instant expiresAt) {

    @Override
    public String toString() {
        return "TokenRecord[" + id + "]";
    }
}
