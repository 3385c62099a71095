package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An answer of the token endpoint. Prints no token. */
record AllegroTokensDto(
        @JsonProperty("access_token") @Nullable String accessToken,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("expires_in") @Nullable Long expiresInSeconds) {

    @Override
    public String toString() {
        return "AllegroTokensDto[expiresInSeconds=" + expiresInSeconds + "]";
    }
}
