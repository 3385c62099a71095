package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.allegro.AllegroClient.Reply;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllegroOAuthTest extends AllegroTestCase {

    private static final String REDIRECT = "https://shop.example/allegro";

    @Test
    void aRefreshGivesANewPairAndKillsTheOldOne() throws Exception {
        JsonNode first = refresh(allegro.accounts().mintRefreshToken()).body();
        JsonNode second = refresh(first.path("refresh_token").asText()).body();

        assertThat(second.path("expires_in").asInt()).isEqualTo(43_200);
        assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
        assertThat(me(first)).isEqualTo(401);
        assertThat(me(second)).isEqualTo(200);
    }

    @Test
    void aUsedRefreshTokenIsRefused() throws Exception {
        String token = allegro.accounts().mintRefreshToken();
        JsonNode next = refresh(token).body();

        Reply again = refresh(token);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(again.body().path("error_description").asText()).startsWith("Invalid refresh token: ");
        assertThat(me(next)).as("the pair it was changed for").isEqualTo(200);
    }

    @Test
    void aUsedRefreshTokenAnswersTheSamePairDuringTheGrace() throws Exception {
        try (AllegroSimulator gracious = graciousFor(Duration.ofSeconds(60))) {
            AllegroClient application = new AllegroClient(gracious);
            String form = "grant_type=refresh_token&refresh_token="
                    + gracious.accounts().mintRefreshToken();
            JsonNode first = application.token(form).body();

            clock.advance(Duration.ofSeconds(59));
            assertThat(application.token(form).body().path("refresh_token")).isEqualTo(first.path("refresh_token"));

            clock.advance(Duration.ofSeconds(1));
            assertThat(application.token(form).status()).isEqualTo(400);
        }
    }

    @Test
    void accessTokensExpireOnCue() throws Exception {
        JsonNode pair = refresh(allegro.accounts().mintRefreshToken()).body();

        allegro.accounts().expireAccessTokens();

        assertThat(me(pair)).isEqualTo(401);
        JsonNode next = refresh(pair.path("refresh_token").asText()).body();
        assertThat(me(next)).isEqualTo(200);
    }

    @Test
    void tokensExpire() throws Exception {
        JsonNode pair = refresh(allegro.accounts().mintRefreshToken()).body();

        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(me(pair)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(me(pair)).isEqualTo(401);

        clock.advance(Duration.ofDays(90));
        assertThat(refresh(pair.path("refresh_token").asText()).status()).isEqualTo(400);
    }

    @Test
    void revokedTokensLetNobodyIn() throws Exception {
        JsonNode pair = refresh(allegro.accounts().mintRefreshToken()).body();

        allegro.accounts().revokeAll();

        assertThat(me(pair)).isEqualTo(401);
        assertThat(refresh(pair.path("refresh_token").asText()).status()).isEqualTo(400);
    }

    @Test
    void wrongClientCredentialsAreRefused() throws Exception {
        String form =
                "grant_type=refresh_token&refresh_token=" + allegro.accounts().mintRefreshToken();

        assertThat(client.token(AllegroClient.ID, "wrong", form).status()).isEqualTo(401);
        assertThat(client.token(form).status()).as("the token was not spent").isEqualTo(200);
    }

    @Test
    void parametersMayStandInTheQuery() throws Exception {
        String query =
                "?grant_type=refresh_token&refresh_token=" + allegro.accounts().mintRefreshToken();

        Reply answer = client.send(
                "POST",
                "/auth/oauth/token" + query,
                BodyPublishers.noBody(),
                "Authorization",
                "Basic Y2xpZW50LTdmM2E6bm90LWEtc2VjcmV0");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodOnceForTenSecondsAndItsOwnAddress() throws Exception {
        String code = allegro.accounts().authorizationCode(REDIRECT);
        assertThat(exchange(code, REDIRECT).status()).isEqualTo(200);
        assertThat(exchange(code, REDIRECT).status()).as("again").isEqualTo(400);

        String elsewhere = allegro.accounts().authorizationCode(REDIRECT);
        assertThat(exchange(elsewhere, REDIRECT + "/").status())
                .as("another address")
                .isEqualTo(400);

        String late = allegro.accounts().authorizationCode(REDIRECT);
        clock.advance(Duration.ofSeconds(10));
        assertThat(exchange(late, REDIRECT).status()).as("too late").isEqualTo(400);
    }

    @Test
    void aDeviceWaitsUntilItsSellerApproves() throws Exception {
        JsonNode device = client.device("client_id=" + AllegroClient.ID).body();
        String poll = poll(device);
        assertThat(client.token(poll).body().path("error").asText()).isEqualTo("authorization_pending");

        allegro.accounts().approve(device.path("user_code").asText());

        JsonNode pair = client.token(poll).body();
        assertThat(me(pair)).isEqualTo(200);
        assertThat(client.token(poll).status()).as("once only").isEqualTo(400);
    }

    @Test
    void aDeviceMayBeTurnedAwayOrComeTooLate() throws Exception {
        JsonNode denied = client.device("client_id=" + AllegroClient.ID).body();
        allegro.accounts().deny(denied.path("device_code").asText());
        assertThat(client.token(poll(denied)).body().path("error").asText()).isEqualTo("access_denied");

        JsonNode late = client.device("client_id=" + AllegroClient.ID).body();
        clock.advance(Duration.ofSeconds(late.path("expires_in").asLong()));
        assertThat(client.token(poll(late)).body().path("error").asText()).isEqualTo("expired_token");
    }

    @Test
    void onlyTheRegisteredClientMayUseADevice() throws Exception {
        assertThat(client.device("client_id=somebody").status()).isEqualTo(400);
        assertThat(client.send("POST", "/auth/oauth/device", BodyPublishers.ofString("client_id=" + AllegroClient.ID))
                        .status())
                .isEqualTo(401);
        assertThat(client.token("grant_type=password&username=x")
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void tokensHaveTheShapeAndLengthOfRealOnes() {
        assertThat(allegro.accounts().mintAccessToken())
                .hasSizeGreaterThan(400)
                .matches("eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    }

    @Test
    void onlyWaitingDevicesAreApproved() {
        assertThatThrownBy(() -> allegro.accounts().approve("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsDoNotTellTheSecret() {
        assertThat(settings().build().toString()).doesNotContain(AllegroClient.SECRET);
    }

    private AllegroSimulator graciousFor(Duration grace) {
        return settings().refreshGrace(grace).start();
    }

    private Reply refresh(String token) throws Exception {
        return client.token("grant_type=refresh_token&refresh_token=" + token);
    }

    private Reply exchange(String code, String redirect) throws Exception {
        return client.token("grant_type=authorization_code&code=" + code + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8));
    }

    private static String poll(JsonNode device) {
        return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code="
                + device.path("device_code").asText();
    }

    private int me(JsonNode pair) throws Exception {
        return new AllegroClient(allegro.baseUrl(), pair.path("access_token").asText())
                .get("/me")
                .status();
    }
}
