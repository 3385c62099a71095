package io.orderweave.connector;

import java.time.Instant;
import java.util.Optional;

/** OAuth tokens of one account. Prints no token. */
public record Tokens(String accessToken, Optional<String> refreshToken, Instant expiresAt) {

    @Override
    public String toString() {
        return "Tokens[expiresAt=" + expiresAt + "]";
    }
}
