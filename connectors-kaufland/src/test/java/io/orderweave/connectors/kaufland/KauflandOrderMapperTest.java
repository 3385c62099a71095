package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.http.LenientJson;
import io.orderweave.http.RawJson;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KauflandOrderMapperTest {

    private final KauflandOrderMapper mapper = new KauflandOrderMapper();

    @Test
    void groupsPiecesOfOneOfferAtOnePriceAndLeavesCancelledOnesOut() {
        List<OrderLine> lines = map(Fixture.order()).lines();

        assertThat(lines).extracting(OrderLine::quantity).containsExactly(2, 1);
        assertThat(lines)
                .extracting(OrderLine::id)
                .containsExactly(new LineId("314567000000001"), new LineId("314567000000009"));
        assertThat(lines.get(0).sku()).contains("TAS-BLAU");
        assertThat(lines.get(0).name()).isEqualTo("Tasse, blau");
        assertThat(lines.get(0).ean()).contains("4006381333931");
        assertThat(lines.get(0).unitPrice()).isEqualTo(Money.of("12.99", "EUR"));
        assertThat(lines.get(0).vatRate()).contains(VatRate.of("19"));
        assertThat(lines.get(1).vatRate()).contains(VatRate.of("5.5"));
        assertThat(lines.get(1).name()).isEqualTo("314567000000009");
    }

    @Test
    void keepsTheLineWhateverBecomesOfItsPieces() {
        LineId before = map(Fixture.order()).lines().get(0).id();

        for (String status : List.of("open", "sent", "received", "returned", "something_new")) {
            OrderLine line = map(Fixture.order().statuses(status, "need_to_be_sent"))
                    .lines()
                    .get(0);

            assertThat(line.id()).isEqualTo(before);
            assertThat(line.quantity()).isEqualTo(2);
        }
        assertThat(map(Fixture.order().statuses("cancelled")).lines().get(0))
                .satisfies(line -> assertThat(line.id()).isEqualTo(before))
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(1));
    }

    @Test
    void keepsPiecesApartThatDifferInPriceOrOfWhichNothingIsKnown() {
        assertThat(map(Fixture.order().unit(1, unit -> unit.put("price", 1199))).lines())
                .extracting(OrderLine::quantity)
                .containsExactly(1, 1, 1);
        Fixture unknown = Fixture.order()
                .unit(0, unit -> unit.putNull("id_offer").putNull("product"))
                .unit(1, unit -> unit.putNull("id_offer"));
        assertThat(map(unknown).lines()).extracting(OrderLine::quantity).containsExactly(1, 1, 1);
    }

    @Test
    void addsUpWhatTheBuyerIsChargedAndNeverWhatTheSellerGets() {
        ChannelOrder order = map(Fixture.order());

        assertThat(order.total()).isEqualTo(Money.of("60.38", "EUR"));
        assertThat(order.charges())
                .extracting(Charge::kind, Charge::amount)
                .containsExactly(tuple(Charge.Kind.DELIVERY, Money.of("4.90", "EUR")));
        assertThat(order.payments()).containsExactly(new ChannelPayment(Fixture.ID, order.total(), order.placedAt()));
        assertThat(map(Fixture.order().unit(0, unit -> unit.put("revenue_gross", 999_999)))
                        .total())
                .isEqualTo(order.total());
    }

    @Test
    void keepsThePersonsApart() {
        ChannelOrder order = map(Fixture.order());

        Party invoiced = order.invoiceParty().orElseThrow();
        assertThat(invoiced.company()).contains("Teestube Sperling e. K.");
        assertThat(invoiced.address().orElseThrow().street()).isEqualTo("Holunderweg 3b, Hinterhaus");
        assertThat(order.buyer().personName()).contains("Ägidius Sperling");
        assertThat(order.buyer().email()).contains("sperling-77@mail.kaufland.example");
        Party recipient = order.delivery().recipient().orElseThrow();
        assertThat(recipient.personName()).contains("Mechthild Sperling");
        assertThat(recipient.address().orElseThrow().country()).hasToString("DE");
        assertThat(recipient.address().orElseThrow().street()).isEqualTo("Packstation 260, Postnummer 990845511");
        assertThat(order.delivery().pickupPoint().orElseThrow().id()).isEqualTo("260");
    }

    @Test
    void tellsOfWhichSalesKauflandOwesTheVat() {
        assertThat(map(Fixture.order().order(data -> data.put("is_marketplace_deemed_supplier", true)))
                        .flags())
                .containsExactly("deemed-supplier");
        assertThat(map(Fixture.order().order(data -> data.put("is_marketplace_deemed_supplier", false)))
                        .flags())
                .isEmpty();
    }

    @Test
    void mapsTheRest() {
        ChannelOrder order = map(Fixture.order().order(data -> data.put("storefront", "DE")));

        assertThat(order.externalId()).isEqualTo(Fixture.ID);
        assertThat(order.storefront()).hasToString("Optional[de]");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-03-01T18:30:05Z"));
        assertThat(order.delivery().term()).contains("DHL");
        assertThat(order.delivery().deliverBy()).contains(Instant.parse("2026-03-05T22:59:59Z"));
        assertThat(order.payment().timing()).isEqualTo(PaymentTerms.Timing.PREPAID);
        assertThat(order.raw().content())
                .isEqualTo(Fixture.order()
                        .order(data -> data.put("storefront", "DE"))
                        .raw()
                        .bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T18:30:05Z, 2026-03-01T18:30:05Z",
        "2026-03-01 18:30:05, 2026-03-01T18:30:05Z",
        "2026-03-01T18:30:05T, 2026-03-01T18:30:05Z",
        "2026-03-01T18:30:05.250Z, 2026-03-01T18:30:05.250Z",
        "2026-03-01T19:30:05+01:00, 2026-03-01T18:30:05Z",
        "2026-03-01T19:30:05+0100, 2026-03-01T18:30:05Z"
    })
    void readsMomentsAsKauflandsOwnSamplesWriteThem(String told, Instant meant) {
        assertThat(map(Fixture.order().order(data -> data.put("ts_created_iso", told)))
                        .placedAt())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "open, open, open, open, PENDING",
        "need_to_be_sent, need_to_be_sent, need_to_be_sent, need_to_be_sent, CONFIRMED",
        "need_to_be_sent, open, need_to_be_sent, open, PENDING",
        "sent, need_to_be_sent, need_to_be_sent, partially_sent, CONFIRMED",
        "sent, open, open, partially_sent, CONFIRMED",
        "sent, sent, sent, sent, CONFIRMED",
        "sent, received, received, sent, CONFIRMED",
        "sent_and_autopaid, received, received, sent_and_autopaid, CONFIRMED",
        "received, received, received, received, CONFIRMED",
        "returned, received, received, partially_returned, CONFIRMED",
        "returned, returned_paid, returned, returned, CONFIRMED",
        "returned_paid, returned_paid, returned_paid, returned_paid, CONFIRMED",
        "cancelled, sent, sent, sent, CONFIRMED",
        "cancelled, cancelled, need_to_be_sent, need_to_be_sent, CONFIRMED",
        "cancelled, cancelled, cancelled, cancelled, CANCELLED",
        "disputed, sent, sent, disputed, CONFIRMED",
        "disputed, disputed, disputed, disputed, PENDING"
    })
    void makesOneTermOfTheUnitsStatuses(String first, String second, String fourth, String term, Lifecycle lifecycle) {
        ChannelOrder order = map(Fixture.order().statuses(first, second, "cancelled", fourth));

        assertThat(order.term()).isEqualTo(term);
        assertThat(order.lifecycle()).isEqualTo(lifecycle);
    }

    @Test
    void showsACancelledOrderAsItWas() {
        ChannelOrder order = map(Fixture.order().statuses("cancelled", "cancelled", "cancelled", "cancelled"));

        assertThat(order.lines()).extracting(OrderLine::quantity).containsExactly(3, 1);
        assertThat(order.payments())
                .extracting(ChannelPayment::amount)
                .as("whatever was paid, Kaufland has paid back")
                .containsExactly(Money.zero(order.currency()));
    }

    @Test
    void tellsAsPaidWhatIsReleasedAndNotCancelledSince() {
        Money all = paid("need_to_be_sent", "need_to_be_sent", "need_to_be_sent", "need_to_be_sent");
        ChannelOrder less =
                map(Fixture.order().statuses("need_to_be_sent", "cancelled", "need_to_be_sent", "need_to_be_sent"));

        assertThat(less.payments()).extracting(ChannelPayment::amount).containsExactly(less.total());
        assertThat(less.total().isAtLeast(all)).isFalse();
    }

    private Money paid(String... statuses) {
        return map(Fixture.order().statuses(statuses)).payments().get(0).amount();
    }

    @Test
    void saysNothingOfMoneyWhereAStatusIsNotKnown() {
        assertThat(map(Fixture.order().statuses("disputed", "sent", "cancelled", "sent"))
                        .payments())
                .isEmpty();
    }

    @Test
    void mapsAnOrderThatIsStillOpenWithoutPersonsAndProducts() {
        Fixture open = Fixture.order()
                .statuses("open", "open", "open", "open")
                .order(data -> data.putNull("billing_address")
                        .putNull("shipping_address")
                        .putNull("buyer")
                        .putNull("order_invoices")
                        .putNull("delivery"));

        ChannelOrder order = map(open);

        assertThat(order.lifecycle()).isEqualTo(Lifecycle.PENDING);
        assertThat(order.invoiceParty()).isEmpty();
        assertThat(order.delivery().recipient()).isEmpty();
        assertThat(order.payments()).isEmpty();
        assertThat(order.lines()).extracting(OrderLine::quantity).containsExactly(3, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "12.5", "99999999999999999999", "null"})
    void refusesAnAmountThatIsNotCents(String amount) {
        assertUnreadable(
                data -> data.withArray("order_units").forEach(unit -> ((ObjectNode) unit).set("price", tree(amount))),
                "$.data.order_units[].price");
    }

    @Test
    void refusesWhatIsNoOrderOrAnother() {
        assertUnreadable(data -> data.put("id_order", "ANOTHER"), "$.data.id_order");
        assertUnreadable(data -> data.putArray("order_units"), "$.data.order_units");
        assertUnreadable(data -> data.put("ts_created_iso", "yesterday"), "$.data.ts_created_iso");
        assertUnreadable(data -> data.putNull("ts_created_iso"), "$.data.ts_created_iso");
        assertUnreadable(data -> ((ObjectNode) data.at("/order_units/1")).put("currency", "CZK"), "currency");
        assertUnreadable(data -> ((ObjectNode) data.at("/order_units/1")).putNull("id_order_unit"), "id_order_unit");
        assertUnreadable(data -> ((ObjectNode) data.at("/shipping_address")).put("country", "Mordor"), "country");
        assertUnreadable(data -> data.put("buyer", "somebody"), "$.data.buyer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{}", "'x'", "{'data':[]}", "{'data':null}"})
    void refusesWhatIsNotEvenAnAnswer(String json) throws IOException {
        RawJson raw = RawJson.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(mapper.item(Fixture.ID, raw)).isInstanceOf(Item.Unreadable.class);
        assertThat(new KauflandReturnMapper().item("1", raw, id -> Optional.empty()))
                .isInstanceOf(ReturnFeed.Item.Unreadable.class);
    }

    private void assertUnreadable(Consumer<ObjectNode> change, String path) {
        assertThat(mapper.item(Fixture.ID, Fixture.order().order(change).raw()))
                .isInstanceOfSatisfying(
                        Item.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .contains(path)
                                .doesNotContain("ANOTHER", "yesterday", "Mordor", "somebody"));
    }

    private static JsonNode tree(String json) {
        try {
            return LenientJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChannelOrder map(Fixture fixture) {
        Item item = mapper.item(Fixture.ID, fixture.raw());
        assertThat(item).isInstanceOf(Item.Changed.class);
        return ((Item.Changed) item).order();
    }
}
