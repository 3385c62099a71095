package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** An order arrives as the channel tells it: no person, penny or moment lost, none made up. A part of {@link ChannelConnectorTck}. */
public abstract class OrderMappingTck extends ChannelGroup {

    private static final TestOrder ORDER = TestOrder.paid(1);

    @Test
    void mapsEachDetailTheChannelTellsAndInventsNoOther() {
        boolean collected = server.tells().contains(OrderDetail.PAYMENT);
        TestOrder ordered = collected ? TestOrder.cashOnDelivery(1) : ORDER;
        ChannelOrder order = mapped(ordered);

        SoftAssertions.assertSoftly(softly -> {
            for (OrderDetail detail : OrderDetail.values()) {
                boolean told = server.tells().contains(detail);
                if (told) {
                    softly.assertThat(detail.in(order)).as(detail.name()).isEqualTo(detail.in(ordered));
                } else if (detail != OrderDetail.PAYMENT) {
                    softly.assertThat(detail.in(order))
                            .as(detail + ", which the channel does not tell")
                            .isEmpty();
                }
            }
        });
    }

    @Test
    void mapsEveryLineToThePenny() {
        Map<String, Money> expected = new LinkedHashMap<>();
        Map<String, Integer> pieces = new LinkedHashMap<>();
        ORDER.lines().forEach(line -> {
            expected.put(line.name(), money(line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()))));
            pieces.put(line.name(), line.quantity());
        });

        // A channel may tell each piece as a line of its own.
        Map<String, Money> totals = new LinkedHashMap<>();
        Map<String, Integer> quantities = new LinkedHashMap<>();
        for (OrderLine line : mapped(ORDER).lines()) {
            totals.merge(line.name(), line.total(), Money::plus);
            quantities.merge(line.name(), line.quantity(), Integer::sum);
        }

        assertThat(totals).isEqualTo(expected);
        assertThat(quantities).isEqualTo(pieces);
    }

    @Test
    void moneyAddsUp() {
        ChannelOrder order = mapped(ORDER);

        assertThat(order.total()).isEqualTo(sum(order));
        assertThat(order.currency()).isEqualTo(server.currency());
    }

    @Test
    void aTotalThatDoesNotAddUpIsLeftAsTheChannelSaysIt() {
        possible(Scenario.WRONG_TOTAL);
        String id = server.place(ORDER);
        server.play(Scenario.WRONG_TOTAL, id);

        ChannelOrder order = latest(id);

        assertThat(order.total()).as("the total, which the channel says wrong").isNotEqualTo(sum(order));
    }

    @Test
    void whatIsPaidIsToldAsPaid() {
        ChannelOrder order = mapped(ORDER);

        assertThat(order.payments().stream().map(ChannelPayment::amount).reduce(Money::plus))
                .contains(order.total());
        assertThat(order.payment().collectOnDelivery()).isEmpty();
    }

    @Test
    void whatTheCourierCollectsIsNotToldAsPaid() {
        assumeTold(OrderDetail.PAYMENT);

        ChannelOrder order = mapped(TestOrder.cashOnDelivery(1));

        assertThat(order.payment().timing()).isEqualTo(PaymentTerms.Timing.ON_DELIVERY);
        assertThat(order.payment().collectOnDelivery()).contains(order.total());
        assertThat(order.payments()).isEmpty();
    }

    @Test
    void idsStayTheSameFromOneReadingToTheNext() {
        String id = server.place(ORDER);
        ChannelOrder first = latest(id);
        server.change(id);

        ChannelOrder second = latest(id);

        assertThat(second.lines())
                .extracting(OrderLine::id)
                .isEqualTo(lineIds(first))
                .doesNotHaveDuplicates();
        assertThat(second.charges())
                .extracting(Charge::id)
                .isEqualTo(chargeIds(first))
                .doesNotHaveDuplicates();
        assertThat(second.payments())
                .extracting(ChannelPayment::externalId)
                .isEqualTo(first.payments().stream()
                        .map(ChannelPayment::externalId)
                        .toList());
    }

    @Test
    void ordersOfTheSameProductsShareNoLine() {
        List<String> placed = List.of(server.place(ORDER), server.place(ORDER));

        assertThat(placed.stream().flatMap(id -> latest(id).lines().stream()).map(OrderLine::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void whoeverReadsAnOrderReadsTheSameIds() {
        String id = server.place(ORDER);
        List<LineId> lines = lineIds(latest(id));
        ChannelConnector other = newConnector();

        assertThat(lineIds(OrderFeedReader.orderOf(OrderFeedReader.item(
                        OrderFeedReader.latest(
                                new OrderFeedReader().readAll(other.orderFeed().orElseThrow(), 10)),
                        id))))
                .isEqualTo(lines);
        other.orderReader()
                .ifPresent(reader -> assertThat(lineIds(OrderFeedReader.orderOf(reader.read(id))))
                        .isEqualTo(lines));
    }

    @Test
    void tellsThePriceOfOnePiece() {
        Map<String, Money> expected = new LinkedHashMap<>();
        ORDER.lines().forEach(line -> expected.put(line.name(), money(line.unitPrice())));

        assertThat(mapped(ORDER).lines())
                .allSatisfy(line -> assertThat(line.unitPrice()).isEqualTo(expected.get(line.name())));
    }

    @Test
    void placedAtIsTheMomentOfTheOrder() {
        assertThat(mapped(ORDER).placedAt()).isBetween(START.minus(Duration.ofSeconds(1)), START);
    }

    @Test
    void dependsNeitherOnTheZoneNorOnTheLanguageOfTheMachine() {
        String id = server.place(ORDER);
        List<Object> here = OrderFeedReader.said(latest(id));
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            // Where the small I has no dot and numbers have a comma.
            Locale.setDefault(new Locale("tr", "TR"));

            assertThat(OrderFeedReader.said(OrderFeedReader.orderOf(new OrderFeedReader()
                            .readAll(newConnector().orderFeed().orElseThrow(), 10)
                            .get(0))))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void keepsTheDocument() {
        ChannelOrder order = mapped(ORDER);
        String document = new String(order.raw().content(), StandardCharsets.UTF_8);

        assertThat(order.raw().mediaType()).contains("/");
        assertThat(document).contains(ORDER.lines().get(1).name());
    }

    @Test
    void leavesTheShopsOwnWordsToTheDictionary() {
        ChannelOrder order = mapped(ORDER);

        assertThat(order.delivery().method()).isEmpty();
        assertThat(order.payment().method()).isEmpty();
    }

    @Test
    void anOrderIsOfAStorefrontTheProfileNames() {
        assertThat(mapped(ORDER).storefront().stream().toList())
                .allSatisfy(storefront ->
                        assertThat(connector.profile().storefronts()).contains(storefront));
    }

    @Test
    void anOrderReadyToBeProcessedIsConfirmed() {
        assertThat(mapped(ORDER).lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
    }

    @Test
    void aCancelledOrderIsCancelled() {
        possible(Scenario.ORDER_CANCELLED);
        String id = server.place(ORDER);

        server.play(Scenario.ORDER_CANCELLED, id);

        assertThat(latest(id).lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    @Test
    void anUnknownStatusIsKeptAndDecidesNothing() {
        possible(Scenario.UNKNOWN_STATUS);
        String id = server.place(ORDER);
        String known = latest(id).term();

        server.play(Scenario.UNKNOWN_STATUS, id);

        ChannelOrder order = latest(id);
        assertThat(order.term()).isNotBlank().isNotEqualTo(known);
        assertThat(order.lifecycle()).isNotEqualTo(Lifecycle.CANCELLED);
    }

    private void assumeTold(OrderDetail detail) {
        assumeTrue(server.tells().contains(detail), () -> "the channel does not tell " + detail);
    }

    private ChannelOrder mapped(TestOrder order) {
        String id = server.place(order);
        return latest(id);
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount, server.currency());
    }

    private static Money sum(ChannelOrder order) {
        Money sum = Money.zero(order.currency());
        for (OrderLine line : order.lines()) {
            sum = sum.plus(line.total());
        }
        for (Charge charge : order.charges()) {
            sum = sum.plus(charge.amount());
        }
        return sum;
    }

    private static List<LineId> lineIds(ChannelOrder order) {
        return order.lines().stream().map(OrderLine::id).toList();
    }

    private static List<ChargeId> chargeIds(ChannelOrder order) {
        return order.charges().stream().map(Charge::id).toList();
    }
}
