package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.allegro.AllegroClient.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroGateTest extends AllegroTestCase {

    @Override
    AllegroSettings.Builder settings() {
        return super.settings().applicationName("Orderweave-Tests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java-http-client/17.0.15",
                "okhttp/5.5.1",
                "node",
                "Orderweave-Tests/1.0.0",
                "Orderweave-Tests (+https://shop.example)",
                "Somebody-Else/1.0.0 (+https://shop.example)"
            })
    void blocksApplicationsThatDoNotSayWhoTheyAre(String userAgent) throws Exception {
        assertThat(meWith("User-Agent", userAgent).status()).isEqualTo(403);
    }

    @Test
    void blocksUnidentifiedTokenCallsToo() throws Exception {
        Reply answer = client.send(
                "POST",
                "/auth/oauth/token",
                BodyPublishers.ofString("grant_type=refresh_token&refresh_token=x"),
                "User-Agent",
                "node");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        Reply answer = meWith("Authorization", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("error").asText()).isEqualTo("unauthorized");
    }

    @Test
    void answersOnlyItsOwnMediaType() throws Exception {
        assertThat(meWith("Accept", "application/json").status()).isEqualTo(406);
        assertThat(meWith("Accept", "application/vnd.allegro.beta.v1+json").status())
                .isEqualTo(406);
        assertThat(meWith("Accept", AllegroClient.MEDIA_TYPE + "; charset=utf-8")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readsOnlyItsOwnMediaType() throws Exception {
        String formId = allegro.buyers().placeReady(mugs());

        Reply answer = client.send(
                "PUT",
                form(formId) + "/fulfillment",
                BodyPublishers.ofString("{\"status\":\"SENT\"}"),
                "Accept",
                AllegroClient.MEDIA_TYPE,
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(allegro.counters().form(formId).fulfillmentWrites()).isEmpty();
    }

    @Test
    void refusesWhatIsNotAnObject() throws Exception {
        String formId = allegro.buyers().placeReady(mugs());

        assertThat(client.json("PUT", form(formId) + "/fulfillment", "{'status':'SENT'} x")
                        .status())
                .isEqualTo(400);
        assertThat(client.json("PUT", form(formId) + "/fulfillment", "[").status())
                .isEqualTo(400);
        assertThat(client.json("PUT", form(formId) + "/fulfillment", "[]").status())
                .isEqualTo(400);
    }

    @Test
    void putsATraceIdOnEveryAnswer() throws Exception {
        Reply good = client.get("/me");
        Reply bad = meWith("User-Agent", "node");
        Reply unknown = client.get("/nowhere");

        assertThat(good.response().headers().firstValue("trace-id").orElse("")).matches("[0-9a-f]{16}");
        assertThat(bad.response().headers().firstValue("trace-id")).isPresent();
        assertThat(unknown.response().headers().firstValue("trace-id")).isPresent();
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void extendsABlockWhenCalledDuringIt() throws Exception {
        allegro.platform().blockFor(Duration.ofSeconds(60));
        clock.advance(Duration.ofSeconds(59));
        assertThat(client.get("/me").status()).isEqualTo(429);

        clock.advance(Duration.ofSeconds(59));
        assertThat(client.get("/me").status()).as("extended by the call before").isEqualTo(429);

        clock.advance(Duration.ofSeconds(60));
        assertThat(client.get("/me").status()).isEqualTo(200);
    }

    @Test
    void tellsWhoTheSellerIsAndWhatThereIs() throws Exception {
        assertThat(client.get("/me").body().path("login").asText()).isEqualTo("dobry-sklep");
        assertThat(client.get("/order/carriers").body().findValuesAsText("id")).contains("INPOST", "PACKETA", "OTHER");
        assertThat(client.get("/sale/delivery-methods?marketplace=allegro-cz")
                        .body()
                        .path("deliveryMethods"))
                .hasSize(3)
                .allSatisfy(method ->
                        assertThat(method.path("destinationCountry").asText()).isEqualTo("CZ"));
    }

    @Test
    void tellsHowDeliveryMethodsArePaid() throws Exception {
        JsonNode methods = client.get("/sale/delivery-methods").body().path("deliveryMethods");

        assertThat(methods.findValuesAsText("paymentPolicy")).containsOnly("IN_ADVANCE", "CASH_ON_DELIVERY");
        assertThat(methods.findValuesAsText("id"))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).hasSize(36));
        assertThat(methods.findValuesAsText("name")).contains("Kurýr na dobírku");
    }

    private Reply meWith(String header, String value) throws Exception {
        return client.send(
                "GET",
                "/me",
                BodyPublishers.noBody(),
                "Accept",
                header.equals("Accept") ? value : AllegroClient.MEDIA_TYPE,
                header,
                value);
    }
}
