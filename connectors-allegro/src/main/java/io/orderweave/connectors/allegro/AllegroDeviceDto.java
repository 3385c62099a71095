package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The begin of a device authorisation. Prints no code. */
record AllegroDeviceDto(
        @JsonProperty("device_code") @Nullable String deviceCode,
        @JsonProperty("user_code") @Nullable String userCode,
        @JsonProperty("verification_uri") @Nullable String verificationUri,
        @JsonProperty("verification_uri_complete") @Nullable String verificationUriComplete,
        @JsonProperty("expires_in") @Nullable Long expiresInSeconds,
        @JsonProperty("interval") @Nullable Long intervalSeconds) {

    @Override
    public String toString() {
        return "AllegroDeviceDto[expiresInSeconds=" + expiresInSeconds + "]";
    }
}
