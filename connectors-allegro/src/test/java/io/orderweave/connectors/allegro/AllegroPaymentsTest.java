package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.PaymentTerms.Timing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroPaymentsTest {

    @Test
    void collectsTheTotalOnDeliveryAndTakesNoFinishedFormForMoney() {
        ChannelOrder order = Fixture.order(Fixture.cashOnDelivery());

        assertThat(order.payments()).isEmpty();
        assertThat(order.payment())
                .isEqualTo(PaymentTerms.builder()
                        .timing(Timing.ON_DELIVERY)
                        .term("CASH_ON_DELIVERY")
                        .collectOnDelivery(Money.of("499.00", "CZK"))
                        .build());
    }

    @Test
    void collectsOnDeliveryOnlyWhatASurchargeHasNotPaid() {
        Fixture partlyPaid = Fixture.cashOnDelivery().with("/surcharges", """
                [{'id':'s-1','type':'ONLINE','finishedAt':'2026-03-02T11:00:00Z',
                  'paidAmount':{'amount':'99.00','currency':'CZK'}}]""");

        assertThat(Fixture.order(partlyPaid).payment().collectOnDelivery()).contains(Money.of("400.00", "CZK"));
        assertThat(Fixture.order(partlyPaid.with("/surcharges/0/paidAmount/amount", "'499'"))
                        .payment()
                        .collectOnDelivery())
                .isEmpty();
    }

    @Test
    void countsSurchargesAsPaymentsOfTheSameTotal() {
        ChannelOrder order = Fixture.order(Fixture.prepaidLocker()
                .with("/payment/paidAmount/amount", "'100.00'")
                .with("/surcharges", """
                        [{'id':'s-1','type':'ONLINE','finishedAt':'2026-03-03T07:00:00Z',
                          'paidAmount':{'amount':'50.47','currency':'PLN'}},
                         {'id':'s-2','type':'ONLINE','finishedAt':null,'paidAmount':null}]"""));

        assertThat(order.payments())
                .containsExactly(
                        new ChannelPayment(
                                "7e0d44a1-1a2b-11f1-9c55-7f3d2a90be02",
                                Money.of("100.00", "PLN"),
                                Instant.parse("2026-03-02T08:17:45.120Z")),
                        new ChannelPayment("s-1", Money.of("50.47", "PLN"), Instant.parse("2026-03-03T07:00:00Z")));
        assertThat(order.charges()).extracting(Charge::kind).doesNotContain(Charge.Kind.SURCHARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{'amount':'0.00','currency':'PLN'}", "{'amount':'0','currency':'PLN'}"})
    void takesAFinishedPaymentWithoutPaidAmountForNone(String paidAmount) {
        assertThat(Fixture.order(Fixture.prepaidLocker().with("/payment/paidAmount", paidAmount))
                        .payments())
                .isEmpty();
    }

    @Test
    void datesAPaymentWithoutATimeAtThePurchase() {
        ChannelOrder order = Fixture.order(Fixture.prepaidLocker().with("/payment/finishedAt", "null"));

        assertThat(order.payments()).extracting(ChannelPayment::at).containsExactly(order.placedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "ONLINE,           PREPAID",
        "WIRE_TRANSFER,    PREPAID",
        "SPLIT_PAYMENT,    PREPAID",
        "CASH_ON_DELIVERY, ON_DELIVERY",
        "EXTENDED_TERM,    DEFERRED",
        "BARTER,           PREPAID"
    })
    void knowsWhenTheMoneyIsDue(String type, Timing timing) {
        PaymentTerms terms = Fixture.order(Fixture.prepaidLocker().with("/payment/type", "'" + type + "'"))
                .payment();

        assertThat(terms.timing()).isEqualTo(timing);
        assertThat(terms.term()).contains(type);
    }
}
