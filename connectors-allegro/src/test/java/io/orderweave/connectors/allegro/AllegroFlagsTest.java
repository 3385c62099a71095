package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroFlagsTest {

    @Test
    void tellsWhoBoughtWithSmart() {
        assertThat(Fixture.order(Fixture.cashOnDelivery()).flags()).containsExactly("smart");
        assertThat(Fixture.order(Fixture.cashOnDelivery().without("/delivery/smart"))
                        .flags())
                .isEmpty();
    }

    @Test
    void tellsWhatAllegrosWarehouseShips() {
        assertThat(Fixture.order(fulfillment("{'status':'NEW','provider':{'id':'ALLEGRO'}}"))
                        .flags())
                .containsExactly("fulfilled-by-allegro");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'NEW','provider':{'id':'SELLER'}}",
                "{'status':'NEW','provider':{'id':null}}",
                "{'status':'NEW','provider':null}",
                "{'status':'NEW','provider':{'id':'SOMEBODY_NEW'}}",
                "null"
            })
    void leavesToTheSellerWhatAllegroDoesNotSayItShips(String fulfillment) {
        assertThat(Fixture.order(fulfillment(fulfillment)).flags()).isEmpty();
    }

    @Test
    void tellsThatTheBuyerWithdrewFromTheDelivery() {
        assertThat(Fixture.order(cancellation("{'date':'2026-03-03T11:00:00Z'}"))
                        .flags())
                .containsExactly("delivery-withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{'date':null}"})
    void takesNoWithdrawalWithoutADate(String cancellation) {
        assertThat(Fixture.order(cancellation(cancellation)).flags()).isEmpty();
    }

    private static Fixture fulfillment(String json) {
        return Fixture.prepaidLocker().with("/fulfillment", json);
    }

    private static Fixture cancellation(String json) {
        return Fixture.prepaidLocker().with("/delivery/cancellation", json);
    }
}
