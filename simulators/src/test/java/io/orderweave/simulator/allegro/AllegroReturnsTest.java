package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroReturnsTest extends AllegroTestCase {

    private static final String RETURNS = "/order/customer-returns";

    private final String formId = allegro.buyers().placeReady(mugs());
    private final String returnId = allegro.returns().announce(formId, "16001", 1, "MISTAKE");

    @Test
    void showsReturnsOnlyInTheBetaMediaType() throws Exception {
        assertThat(client.get(RETURNS).status()).isEqualTo(406);
        assertThat(client.beta("GET", RETURNS, "").status()).isEqualTo(200);
        assertThat(client.json("POST", RETURNS + "/" + returnId + "/rejection", "{}")
                        .status())
                .isEqualTo(406);
        assertThat(client.send(
                                "POST",
                                RETURNS + "/" + returnId + "/rejection",
                                BodyPublishers.ofString("{}"),
                                "Accept",
                                AllegroErrors.BETA_MEDIA_TYPE,
                                "Content-Type",
                                AllegroClient.MEDIA_TYPE)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void tellsHowFarTheParcelIs() throws Exception {
        allegro.returns().dispatch(returnId, "INPOST", "6300");
        assertThat(one().path("status").asText()).isEqualTo("DISPATCHED");
        assertThat(one().at("/parcels/0/waybill").asText()).isEqualTo("6300");

        allegro.returns().setStatus(returnId, "DELIVERED");

        assertThat(one().path("status").asText()).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?createdAt.gte=2026-11-21T10:30:00Z",
                "?createdAt.gte=2026-11-21T10:00:01Z&createdAt.lte=2026-11-21T11:00:00Z",
                "?from=FIRST",
                "?limit=1",
                "?status=DELIVERED"
            })
    void findsTheNewerOne(String query) throws Exception {
        clock.advance(Duration.ofHours(1));
        String newer = allegro.returns().announce(formId, "16001", 1, "DAMAGED");
        allegro.returns().setStatus(newer, "DELIVERED");

        assertThat(client.beta("GET", RETURNS + query.replace("FIRST", returnId), "")
                        .body()
                        .path("customerReturns")
                        .findValuesAsText("id"))
                .containsExactly(newer);
    }

    @Test
    void isRejectedOnceWithACode() throws Exception {
        assertThat(reject("{'rejection':{'code':'ITEM_FIXED'}}").status()).isEqualTo(200);

        assertThat(reject("{'rejection':{'code':'ITEM_FIXED'}}").status()).isEqualTo(422);
        assertThat(one().path("status").asText()).isEqualTo("REJECTED");
        assertThat(allegro.counters().returnRejections()).containsEntry(returnId, "ITEM_FIXED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rejection':{'code':'REFUND_REJECTED'}}",
                "{'rejection':{'code':'REFUND_REJECTED','reason':' '}}",
                "{'rejection':{'code':'NO_SUCH_CODE'}}",
                "{}"
            })
    void isNotRejectedWithoutAReason(String body) throws Exception {
        assertThat(reject(body).status()).isIn(400, 422);

        assertThat(allegro.counters().returnRejections()).isEmpty();
    }

    private AllegroClient.Reply reject(String body) throws Exception {
        return client.beta("POST", RETURNS + "/" + returnId + "/rejection", body);
    }

    private com.fasterxml.jackson.databind.JsonNode one() throws Exception {
        return client.beta("GET", RETURNS + "/" + returnId, "").body();
    }
}
