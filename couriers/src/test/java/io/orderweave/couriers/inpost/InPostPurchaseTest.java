package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.courier.CreateAnswer;
import io.orderweave.couriers.Fixtures;
import io.orderweave.http.LenientJson;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InPostPurchaseTest {

    private final InPostPurchase purchase =
            new InPostPurchase(new InPostTrackingPage(URI.create("https://inpost.example/track")));

    @Test
    void isDoneOnceConfirmedWithATrackingNumber() throws IOException {
        assertThat(answer(Fixtures.text("inpost/confirmed.json")))
                .isEqualTo(new CreateAnswer.Created(
                        "98700000001",
                        "620999000000000000000017",
                        Optional.of("https://inpost.example/track?number=620999000000000000000017")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"status\":\"created\",\"tracking_number\":null,\"offers\":[],\"transactions\":[]}",
                "{\"id\":1,\"status\":\"offers_prepared\",\"offers\":[{\"status\":\"available\"}]}",
                "{\"id\":1,\"status\":\"offer_selected\",\"offers\":[{\"status\":\"unavailable\"},{\"status\":\"selected\"}]}",
                // Confirmed, but the number is late.
                "{\"id\":1,\"status\":\"confirmed\",\"tracking_number\":null}",
                // An earlier attempt failed, a later one is through.
                "{\"id\":1,\"status\":\"offer_selected\",\"transactions\":[{\"status\":\"failure\"},{\"status\":\"success\"}]}",
                // Words that nobody told us of decide nothing.
                "{\"id\":1,\"status\":\"offer_selected\",\"transactions\":[{\"status\":\"pondering\"}]}",
                "{\"id\":1}"
            })
    void isUnderwayUntilItIsDecided(String shipment) throws IOException {
        assertThat(answer(shipment)).isInstanceOfSatisfying(CreateAnswer.Accepted.class, accepted -> {
            assertThat(accepted.handle()).isEqualTo("1");
            assertThat(accepted.giveUpAfter()).isGreaterThan(accepted.lookAgainAfter());
        });
    }

    @Test
    void isRejectedWhenThePaymentFailed() throws IOException {
        assertThat(rejected(Fixtures.text("inpost/failed-purchase.json")))
                .containsExactly("transaction: failed (error:debt_collection, message:(unreadable))");
    }

    @Test
    void isRejectedWhenNoOfferIsLeft() throws IOException {
        assertThat(rejected(Fixtures.text("inpost/unavailable-offer.json")))
                .containsExactly("offer: unavailable (key:over_max_weight, name:(unreadable))");
    }

    @Test
    void isRejectedWhenCancelled() throws IOException {
        assertThat(rejected("{\"id\":1,\"status\":\"canceled\",\"tracking_number\":\"6209\"}"))
                .containsExactly("status: canceled at InPost");
    }

    @Test
    void isNotUndoneByALaterStatus() throws IOException {
        assertThat(answer("{\"id\":1,\"status\":\"sent_from_source_branch\",\"tracking_number\":\"6209\"}"))
                .isInstanceOf(CreateAnswer.Created.class);
    }

    private List<String> rejected(String json) throws IOException {
        assertThat(answer(json)).isInstanceOf(CreateAnswer.Rejected.class);
        return ((CreateAnswer.Rejected) answer(json)).reasons();
    }

    private CreateAnswer answer(String json) throws IOException {
        InPostShipmentDto shipment = LenientJson.mapper().readValue(json, InPostShipmentDto.class);
        return purchase.read(shipment.id() == null ? "" : shipment.id(), shipment);
    }
}
