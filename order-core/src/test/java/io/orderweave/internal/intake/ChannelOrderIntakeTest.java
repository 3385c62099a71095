package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.intake.PullReport;
import io.orderweave.journal.JournalEntry;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.Phase;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordKey;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelOrderIntakeTest {

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));

    @Test
    void takesANewOrderWithMapsAndDictionariesApplied() {
        shop.channel.tell(ChannelOrders.paid("A1")
                .buyerNote("please ring")
                .addReferrers("ads")
                .build());

        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report).isEqualTo(new PullReport(true, 1, 0, 0, 0, 0, 0));
        Order order = order("A1");
        assertThat(order.status()).isEqualTo(new StatusId("new"));
        assertThat(order.delivery().method()).contains("courier");
        assertThat(order.payment().method()).contains("bank-transfer");
        assertThat(order.progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(order.referrers()).containsExactly("ads");
        assertThat(order.notes()).extracting(Note::audience).containsExactly(Note.Audience.FROM_BUYER);
        assertThat(events(order))
                .hasExactlyElementsOfTypes(
                        OrderEvent.Imported.class, PaymentEvent.PaymentReceived.class, OrderEvent.Confirmed.class);
    }

    @Test
    void rulesSeeWhatTheChannelMarksTheOrderWith() {
        OrderHub marking = shop.open(builder -> builder.rules(RuleSet.of(
                2,
                TestShop.rule(
                        "smart", "order.confirmed", Field.CHANNEL_FLAGS.hasAnyOf("smart"), new Action.AddTag("smart")),
                TestShop.rule(
                        "plain",
                        "order.changed-by-channel",
                        Field.CHANNEL_FLAGS.hasNoneOf("smart"),
                        new Action.AddTag("plain")))));
        shop.channel.tell(ChannelOrders.unpaid("A1").addFlags("smart").build());
        marking.pull(TestShop.CHANNEL);
        assertThat(order("A1").tags()).containsExactly("smart");

        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        marking.pull(TestShop.CHANNEL);

        assertThat(order("A1").channelState().orElseThrow().flags()).isEmpty();
        assertThat(order("A1").tags()).containsExactlyInAnyOrder("smart", "plain");
    }

    @Test
    void keepsTheFirstTenReferrers() {
        shop.channel.tell(ChannelOrders.unpaid("A1")
                .addReferrers("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")
                .build());

        hub.pull(TestShop.CHANNEL);

        assertThat(order("A1").referrers()).hasSize(10).doesNotContain("11");
    }

    @Test
    void skipsAnOrderToldAgainUnchanged() {
        tellAndPull(ChannelOrders.paid("A1").build());
        OrderId id = order("A1").id();
        long version = version(RecordCollections.ORDERS, id.value());
        int entries = events(order("A1")).size();

        PullReport report = tellAndPull(ChannelOrders.paid("A1").build());

        assertThat(report).isEqualTo(new PullReport(true, 0, 0, 1, 0, 0, 0));
        assertThat(version(RecordCollections.ORDERS, id.value())).isEqualTo(version);
        assertThat(events(order("A1"))).hasSize(entries);
    }

    @Test
    void writesNothingWhenThereIsNothingNew() {
        tellAndPull(ChannelOrders.paid("A1").build());
        long checkpoint = version(RecordCollections.CHECKPOINTS, "channel/orders");

        hub.pull(TestShop.CHANNEL);

        assertThat(version(RecordCollections.CHECKPOINTS, "channel/orders")).isEqualTo(checkpoint);
    }

    @Test
    void mergesAChangedAddressAndNamesThePart() {
        tellAndPull(ChannelOrders.paid("A1").build());
        Party moved = Party.builder()
                .from(TestOrders.buyer())
                .address(PostalAddress.builder()
                        .street("Nowa 7")
                        .city("Kraków")
                        .postalCode("30-001")
                        .country(new Country("PL"))
                        .build())
                .build();

        PullReport report = tellAndPull(ChannelOrders.paid("A1")
                .delivery(Delivery.builder().recipient(moved).term("courier-id").build())
                .build());

        assertThat(report.changed()).isEqualTo(1);
        assertThat(order("A1").delivery().recipient().orElseThrow()).isEqualTo(moved);
        assertThat(order("A1").delivery().method()).contains("courier");
        assertThat(last(OrderEvent.ChangedByChannel.class).parts()).containsExactly("delivery");
    }

    @Test
    void seesOnlyTheLastOfTwoTellingsInOneBatch() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.paid("A1").build());
        shop.channel.tell(ChannelOrders.paid("A1").build());

        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report).isEqualTo(new PullReport(true, 1, 1, 1, 0, 0, 0));
        assertThat(order("A1").progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
    }

    @Test
    void appliesTheStatusMapWhenTheTermChanges() {
        tellAndPull(ChannelOrders.unpaid("A1")
                .term("WAITING")
                .lifecycle(Lifecycle.PENDING)
                .build());
        assertThat(order("A1").status()).isEqualTo(new StatusId("waiting"));

        tellAndPull(ChannelOrders.unpaid("A1").build());

        assertThat(order("A1").status()).isEqualTo(new StatusId("new"));
        assertThat(last(OrderEvent.ChangedByChannel.class).parts()).containsExactly("term");
    }

    @Test
    void isNotLedBackToAnEarlierPhaseByAnEcho() {
        tellAndPull(ChannelOrders.paid("A1").term("OTHER").build());
        hub.orders().setStatus(order("A1").id(), new StatusId("shipped"), io.orderweave.event.Actor.operator("anna"));

        tellAndPull(ChannelOrders.paid("A1").term("READY").build());

        assertThat(order("A1").status()).isEqualTo(new StatusId("shipped"));
        assertThat(order("A1").channelState().orElseThrow().term()).isEqualTo("READY");
    }

    @Test
    void isNotLedBackWithinAPhaseByAnEcho() {
        tellAndPull(ChannelOrders.paid("A1").term("OTHER").build());
        hub.orders().setStatus(order("A1").id(), new StatusId("paid"), io.orderweave.event.Actor.operator("anna"));

        tellAndPull(ChannelOrders.paid("A1").term("READY").build());

        assertThat(order("A1").status()).isEqualTo(new StatusId("paid"));
    }

    @Test
    void confirmsAnOrderOnceHoweverOftenItsChannelWavers() {
        ChannelOrder pending = ChannelOrders.unpaid("A1")
                .term("WAITING")
                .lifecycle(Lifecycle.PENDING)
                .build();
        tellAndPull(pending);
        tellAndPull(ChannelOrders.unpaid("A1").build());
        tellAndPull(pending);
        tellAndPull(ChannelOrders.unpaid("A1").build());

        assertThat(events(order("A1")))
                .filteredOn(OrderEvent.Confirmed.class::isInstance)
                .hasSize(1);
        assertThat(order("A1").status()).isEqualTo(new StatusId("new"));
    }

    @Test
    void countsTheGrowthOfAPaymentOnce() {
        tellAndPull(ChannelOrders.unpaid("A1")
                .addPayment(ChannelOrders.payment("A1", "50.00"))
                .build());
        assertThat(order("A1").axes().payment()).isEqualTo(Axes.PaymentState.PARTIALLY_PAID);

        tellAndPull(ChannelOrders.paid("A1").build());
        tellAndPull(
                ChannelOrders.paid("A1").number("A1").buyerNote("told again").build());

        Order order = order("A1");
        assertThat(order.progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(events(order))
                .filteredOn(PaymentEvent.PaymentReceived.class::isInstance)
                .extracting(event -> ((PaymentEvent.PaymentReceived) event).amount())
                .containsExactly(Money.of("50.00", "PLN"), Money.of("70.00", "PLN"));
        assertThat(hub.payments().of(order.id()))
                .singleElement()
                .satisfies(payment -> assertThat(payment.amount()).isEqualTo(Money.of("120.00", "PLN")));
    }

    @Test
    void takesOffOnceWhatTheChannelHasPaidBackByItself() {
        tellAndPull(ChannelOrders.paid("A1").build());
        tellAndPull(ChannelOrders.unpaid("A1")
                .addPayment(ChannelOrders.payment("A1", "80.00"))
                .build());
        tellAndPull(ChannelOrders.unpaid("A1")
                .addPayment(ChannelOrders.payment("A1", "80.00"))
                .buyerNote("told again")
                .build());

        Order order = order("A1");
        assertThat(order.progress().paid()).isEqualTo(Money.of("80.00", "PLN"));
        assertThat(order.axes().payment()).isEqualTo(Axes.PaymentState.PARTIALLY_PAID);
        assertThat(events(order))
                .filteredOn(PaymentEvent.PaymentReduced.class::isInstance)
                .extracting(event -> ((PaymentEvent.PaymentReduced) event).amount())
                .containsExactly(Money.of("40.00", "PLN"));
        assertThat(hub.payments().of(order.id()))
                .singleElement()
                .satisfies(payment -> assertThat(payment.amount()).isEqualTo(Money.of("80.00", "PLN")));
    }

    @Test
    void addsUpPartialPaymentsAndListsThemOldestFirst() {
        ChannelPayment late = new ChannelPayment("a-late", Money.of("70.00", "PLN"), TestOrders.NOON.plusSeconds(50));
        ChannelPayment early = new ChannelPayment("b-early", Money.of("50.00", "PLN"), TestOrders.NOON.plusSeconds(20));
        ChannelPayment middle = new ChannelPayment("c-mid", Money.of("1.00", "PLN"), TestOrders.NOON.plusSeconds(30));
        tellAndPull(ChannelOrders.unpaid("A1").addPayments(late, early, middle).build());

        Order order = order("A1");
        assertThat(order.axes().payment()).isEqualTo(Axes.PaymentState.OVERPAID);
        assertThat(hub.payments().of(order.id()))
                .extracting(payment -> payment.reference().orElseThrow())
                .containsExactly("b-early", "c-mid", "a-late");
    }

    @Test
    void cancelsAnOrderThatItsChannelCancels() {
        tellAndPull(ChannelOrders.paid("A1").build());

        tellAndPull(cancelled("A1"));

        Order order = order("A1");
        assertThat(order.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(order.axes().shipping()).isEqualTo(Axes.ShippingState.NOTHING_TO_SHIP);
        assertThat(last(OrderEvent.Cancelled.class).reason()).contains("CANCELLED");
    }

    @Test
    void takesAnOrderCancelledWhenFirstSeenAsCancelled() {
        tellAndPull(cancelled("A1"));

        Order order = order("A1");
        assertThat(order.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(order.axes().shipping()).isEqualTo(Axes.ShippingState.NOTHING_TO_SHIP);
        assertThat(events(order))
                .filteredOn(OrderEvent.Cancelled.class::isInstance)
                .hasSize(1);
        assertThat(events(order)).noneMatch(OrderEvent.Confirmed.class::isInstance);
    }

    @Test
    void cancelsOnceAndNeverComesBackFromIt() {
        tellAndPull(ChannelOrders.paid("A1").build());
        tellAndPull(cancelled("A1"));
        tellAndPull(ChannelOrders.paid("A1").build());
        tellAndPull(cancelled("A1"));

        assertThat(order("A1").phase()).isEqualTo(Phase.CANCELLED);
        assertThat(events(order("A1")))
                .filteredOn(event -> event instanceof OrderEvent.Cancelled || event instanceof OrderEvent.Confirmed)
                .hasSize(2);
    }

    @Test
    void leavesAnOrderWhoseIdIsGoneAsItIs() {
        tellAndPull(ChannelOrders.paid("A1").build());
        Order before = order("A1");

        shop.channel.tellGone("A1");
        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report.broughtAnything()).isFalse();
        assertThat(order("A1")).isEqualTo(before);
    }

    @Test
    void keepsTheChannelsTotalEvenWhenTheLinesDoNotAddUpToIt() {
        tellAndPull(ChannelOrders.paid("A1").total(Money.of("119.99", "PLN")).build());

        assertThat(order("A1").total()).isEqualTo(Money.of("119.99", "PLN"));
        assertThat(order("A1").totalMismatch()).contains(Money.of("-0.01", "PLN"));
    }

    private static ChannelOrder cancelled(String id) {
        return ChannelOrders.paid(id)
                .term("CANCELLED")
                .lifecycle(Lifecycle.CANCELLED)
                .build();
    }

    private PullReport tellAndPull(ChannelOrder order) {
        shop.channel.tell(order);
        return hub.pull(TestShop.CHANNEL);
    }

    private Order order(String number) {
        return TestShop.order(hub, number);
    }

    private List<Event> events(Order order) {
        return hub.journal().history(Subject.of(order.id()), 1, 1_000).stream()
                .map(JournalEntry::event)
                .map(event -> event.orElseThrow())
                .toList();
    }

    private <E extends Event> E last(Class<E> type) {
        List<E> found = events(order("A1")).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        return found.get(found.size() - 1);
    }

    private long version(RecordCollection collection, String id) {
        return shop.stores
                .records()
                .get(new RecordKey(collection, id))
                .orElseThrow()
                .version();
    }
}
