package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.ChannelOrder;
import io.orderweave.order.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroTermsTest {

    @ParameterizedTest
    @CsvSource({
        "BOUGHT,               NEW,                BOUGHT,               PENDING",
        "FILLED_IN,            NEW,                FILLED_IN,            PENDING",
        "FILLED_IN,            PROCESSING,         FILLED_IN,            PENDING",
        "READY_FOR_PROCESSING, NEW,                READY_FOR_PROCESSING, CONFIRMED",
        "READY_FOR_PROCESSING, ,                   READY_FOR_PROCESSING, CONFIRMED",
        "READY_FOR_PROCESSING, PROCESSING,         PROCESSING,           CONFIRMED",
        "READY_FOR_PROCESSING, READY_FOR_SHIPMENT, READY_FOR_SHIPMENT,   CONFIRMED",
        "READY_FOR_PROCESSING, READY_FOR_PICKUP,   READY_FOR_PICKUP,     CONFIRMED",
        "READY_FOR_PROCESSING, SENT,               SENT,                 CONFIRMED",
        "READY_FOR_PROCESSING, PICKED_UP,          PICKED_UP,            CONFIRMED",
        "READY_FOR_PROCESSING, SUSPENDED,          SUSPENDED,            CONFIRMED",
        "READY_FOR_PROCESSING, RETURNED,           RETURNED,             CONFIRMED",
        "READY_FOR_PROCESSING, CANCELLED,          CANCELLED_BY_SELLER,  CONFIRMED"
    })
    void makesOneTermOfBothStatuses(String status, String fulfillment, String term, Lifecycle lifecycle) {
        ChannelOrder order = Fixture.order(statuses(status, fulfillment));

        assertThat(order.term()).isEqualTo(term);
        assertThat(order.lifecycle()).isEqualTo(lifecycle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "PROCESSING", "SENT", "PICKED_UP", "CANCELLED", "MADE_UP"})
    void letsACancelledCheckoutOverrideAnyFulfillmentStatus(String fulfillment) {
        ChannelOrder order = Fixture.order(statuses("CANCELLED", fulfillment));

        assertThat(order.term()).isEqualTo("CANCELLED");
        assertThat(order.lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "FROZEN,               NEW,        FROZEN,    PENDING",
        "FROZEN,               ,           FROZEN,    PENDING",
        "FROZEN,               PROCESSING, FROZEN,    CONFIRMED",
        "FROZEN,               SENT,       FROZEN,    CONFIRMED",
        "READY_FOR_PROCESSING, TELEPORTED, TELEPORTED, CONFIRMED"
    })
    void keepsAnUnknownStatusRawAndTakesNoConfirmationBack(
            String status, String fulfillment, String term, Lifecycle lifecycle) {
        ChannelOrder order = Fixture.order(statuses(status, fulfillment));

        assertThat(order.term()).isEqualTo(term);
        assertThat(order.lifecycle()).isEqualTo(lifecycle);
    }

    private Fixture statuses(String status, String fulfillment) {
        return Fixture.prepaidLocker()
                .with("/status", "'" + status + "'")
                .with("/fulfillment/status", fulfillment == null ? "null" : "'" + fulfillment + "'");
    }
}
