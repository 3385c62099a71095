package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.internal.json.Json;
import io.orderweave.journal.JournalEntry;
import io.orderweave.money.Money;
import io.orderweave.order.ArchiveReport;
import io.orderweave.order.Axes;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Phase;
import io.orderweave.payment.Payments;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordQuery;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.ProbedStores;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closed orders lie aside, are found and explained like any, and come back when something happens to them. */
class ArchiveTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestShop shop = new TestShop();
    private final FakeBank bank = new FakeBank();
    private final ProbedStores stores = new ProbedStores(shop.stores);
    private final OrderHub hub =
            shop.builder().stores(stores).paymentSource(FakeBank.BANK, bank).build();
    private OrderId id = new OrderId("none-yet");

    @BeforeEach
    void deliverAnOrder() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        id = TestShop.order(hub, "A1").id();
        shop.courier.scan("T-C1", TrackingStatus.DELIVERED, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        hub.effects().runDue();
        assertThat(order().phase()).isEqualTo(Phase.DELIVERED);
        shop.clock.advance(YEAR.plusDays(1));
    }

    @Test
    void movesAClosedOrderAndItsHistoryOutOfTheWorkingTables() {
        assertThat(archive()).isEqualTo(new ArchiveReport(1, false));

        assertThat(stores.records().count(RecordQuery.all(RecordCollections.ORDERS)))
                .isZero();
        assertThat(stores.journal().lastSequence(Subject.of(id).toString())).isZero();
        assertThat(stores.records().count(RecordQuery.all(RecordCollections.ARCHIVED_ORDERS)))
                .isEqualTo(1);
    }

    @Test
    void isFoundByIdReferenceAndNumber() {
        Order before = order();

        archive();

        assertThat(hub.orders().find(id)).contains(before);
        assertThat(hub.orders().find(before.ref().orElseThrow())).contains(before);
        assertThat(TestShop.order(hub, "A1")).isEqualTo(before);
    }

    @Test
    void listsLeaveItOutUnlessAsked() {
        archive();
        OrderQuery asked = OrderQuery.builder()
                .archived(true)
                .addPaymentState(Axes.PaymentState.PAID)
                .addConnection(TestShop.CHANNEL)
                .build();

        assertThat(hub.orders().find(OrderQuery.all()).orders()).isEmpty();
        assertThat(hub.orders().count(OrderQuery.all())).isZero();
        assertThat(hub.orders().find(asked).orders()).extracting(Order::id).containsExactly(id);
        assertThat(hub.orders().count(asked)).isEqualTo(1);
    }

    @Test
    void itsHistoryReadsAsBefore() {
        List<JournalEntry> before = history();
        List<Optional<Order>> versions = versions(before.size() + 1);

        archive();

        assertThat(history()).isEqualTo(before).hasSizeGreaterThan(8);
        assertThat(hub.journal().history(Subject.of(id), 3, 2)).isEqualTo(before.subList(2, 4));
        assertThat(versions(before.size() + 1)).isEqualTo(versions);
        assertThat(versions.get(before.size())).isEmpty();
    }

    @Test
    void itsEffectsAreExplainedAsBefore() {
        EffectKey tracking = EffectKey.parse("order/" + id + "/tracking/T-C1");
        String why = hub.journal().why(tracking).text();
        String whyNot = hub.journal().whyNot(id, EffectKind.PROFORMA).text();

        archive();

        assertThat(hub.journal().why(tracking).text()).isEqualTo(why).contains("payment.received");
        assertThat(hub.journal().whyNot(id, EffectKind.PROFORMA).text()).isEqualTo(whyNot);
    }

    @Test
    void isNotImportedAgainWhenItsChannelTellsItAgain() {
        archive();
        shop.channel.tell(ChannelOrders.paid("A1").build());

        assertThat(hub.pull(TestShop.CHANNEL).unchanged()).isEqualTo(1);

        assertThat(stores.records().count(RecordQuery.all(RecordCollections.ORDERS)))
                .isZero();
    }

    @Test
    void comesBackWhenItsChannelChangesIt() {
        List<JournalEntry> before = history();
        archive();
        shop.channel.tell(like(ChannelOrders.paid("A1").build())
                .revision("r2")
                .term("WAITING")
                .build());

        assertThat(hub.pull(TestShop.CHANNEL).changed()).isEqualTo(1);

        assertThat(stores.records().count(RecordQuery.all(RecordCollections.ARCHIVED_ORDERS)))
                .isZero();
        assertThat(stores.records().count(RecordQuery.all(RecordCollections.ORDERS)))
                .isEqualTo(1);
        List<JournalEntry> after = history();
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.get(before.size()).name().name()).isEqualTo("order.changed-by-channel");
        assertThat(after.get(before.size()).sequence()).isEqualTo(before.size() + 1);
        assertThat(hub.journal().orderAt(id, after.size())).contains(order());
        assertThat(archive().archived()).isEqualTo(1);
    }

    @Test
    void doesNothingASecondTimeUnderAKeyThatIsSpent() {
        archive();

        hub.documents().issue(id, DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();

        assertThat(hub.documents().of(id)).hasSize(1);
        assertThat(hub.effects()
                        .find(EffectKey.parse("order/" + id + "/invoice/final/1"))
                        .orElseThrow()
                        .state())
                .isEqualTo(EffectState.DONE);
    }

    @Test
    void lendsItsCoverToAJointOrderThatTellsItsLinesAgain() {
        archive();
        shop.channel.tell(like(ChannelOrders.paid("A1").build())
                .externalId("J1")
                .number("J1")
                .build());

        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();

        Order joint = TestShop.order(hub, "J1");
        assertThat(joint.replaces()).containsExactly(id);
        assertThat(joint.axes().documents()).isEqualTo(Axes.DocumentState.INVOICED);
        assertThat(shop.courier.created()).hasSize(1);
    }

    @Test
    void aLateTransferFindsItAndPaysNothingTwice() {
        String symbol = hub.documents().of(id).get(0).variableSymbol();
        shop.channel.tell(
                like(ChannelOrders.unpaid("B1").build()).number("260301777").build());
        hub.pull(TestShop.CHANNEL);
        OrderId cancelled = TestShop.order(hub, "260301777").id();
        hub.orders().cancel(cancelled, "buyer asked", ANNA);
        hub.effects().runDue();
        assertThat(archive().archived()).isEqualTo(2);
        bank.tell(FakeBank.transfer("by-invoice").variableSymbol(symbol).build());
        bank.tell(FakeBank.transfer("by-order").variableSymbol("260301777").build());

        hub.pull(FakeBank.BANK);

        assertThat(hub.payments().unmatched(10))
                .extracting(Payments.IncomingTransaction::outcome)
                .containsExactly(
                        "order " + id + " by INVOICE_VARIABLE_SYMBOL, but ALREADY_PAID",
                        "order " + cancelled + " by ORDER_NUMBER, but ORDER_CANCELLED");
        assertThat(hub.orders().count(OrderQuery.all())).isZero();
    }

    @Test
    void aCommandBringsItBack() {
        archive();

        hub.orders().addNote(id, "asks for a copy", Note.Audience.INTERNAL, ANNA);

        assertThat(hub.orders().find(OrderQuery.all()).orders())
                .extracting(Order::id)
                .containsExactly(id);
    }

    @Test
    void isErasedWhereverItLies() {
        archive();

        assertThat(hub.privacy()
                        .eraseCustomer("jan@example.org", "request 7", ANNA)
                        .erased())
                .containsExactly(id);

        assertThat(order().buyer().personName()).contains("erased");
        assertThat(archive().archived()).isEqualTo(1);
        assertThat(stores.dump().entrySet())
                .filteredOn(entry -> !entry.getKey().startsWith("documents/"))
                .noneMatch(entry -> entry.getValue().contains("Polna"));
    }

    @Test
    void expiredDocumentsOfArchivedOrdersGoToo() {
        hub.privacy().erase(id, "request 7", ANNA);
        archive();
        shop.clock.advance(Duration.ofDays(10 * 366));

        assertThat(hub.privacy().purgeExpiredDocuments(ANNA)).isEqualTo(1);

        assertThat(stores.dump().values()).noneMatch(text -> text.contains("Polna"));
    }

    @Test
    void leavesWhatIsYoung() {
        assertThat(hub.archive(YEAR.plusDays(2), 10, ANNA).archived()).isZero();
        assertThat(hub.archive(YEAR, 10, ANNA).archived()).isEqualTo(1);
    }

    @Test
    void leavesWhatIsNotClosed() {
        hub.orders().hold(id, "check", "look", ANNA);
        assertThat(archive().archived()).as("held").isZero();
        hub.orders().release(id, "check", ANNA);

        hub.payments().record(id, Money.of("1.00", "PLN"), ANNA);
        assertThat(archive().archived()).as("overpaid").isZero();
    }

    @Test
    void leavesAnOrderWithAnEffectUnfinished() {
        EffectKey timer = EffectKey.parse("order/" + id + "/timer/later");
        hub.effects()
                .plan(
                        PlannedEffect.builder()
                                .key(timer)
                                .payload(Json.object().put("timer", "later"))
                                .notBefore(shop.clock.instant().plus(YEAR))
                                .build(),
                        ANNA);
        assertThat(archive().archived()).isZero();

        hub.effects().cancel(timer, "not wanted", ANNA);
        assertThat(archive().archived()).isEqualTo(1);
    }

    @Test
    void leavesAnOrderThatIsNotFinishedOrHasAParcelUnderway() {
        shop.channel.tell(ChannelOrders.paid("B1").build());
        shop.channel.tell(ChannelOrders.unpaid("C1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        OrderId shipped = TestShop.order(hub, "B1").id();
        archive();
        assertThat(hub.orders().count(OrderQuery.all())).as("open").isEqualTo(2);

        hub.orders().cancel(TestShop.order(hub, "C1").id(), "buyer asked", ANNA);
        hub.orders().setStatus(shipped, new StatusId("shipped"), ANNA);
        hub.orders().setStatus(shipped, new StatusId("delivered"), ANNA);
        hub.effects().runDue();
        archive();

        assertThat(hub.orders().find(OrderQuery.all()).orders())
                .as("delivered says a person, underway says the courier")
                .extracting(Order::id)
                .containsExactly(shipped);
    }

    @Test
    void leavesACancelledOrderWhoseMoneyIsNotGivenBack() {
        shop.channel.tell(ChannelOrders.paid("B1").build());
        hub.pull(TestShop.CHANNEL);
        OrderId paid = TestShop.order(hub, "B1").id();
        hub.orders().cancel(paid, "buyer asked", ANNA);
        hub.effects().runDue();

        archive();

        assertThat(hub.orders().find(OrderQuery.all()).orders())
                .extracting(Order::id)
                .containsExactly(paid);
    }

    @Test
    void goesOnRunByRunTheOldestFirst() {
        Stream.of("B1", "C1").forEach(number -> {
            shop.channel.tell(ChannelOrders.unpaid(number).build());
            hub.pull(TestShop.CHANNEL);
            hub.orders().cancel(TestShop.order(hub, number).id(), "buyer asked", ANNA);
        });
        hub.effects().runDue();

        assertThat(hub.archive(YEAR, 2, ANNA)).isEqualTo(new ArchiveReport(2, true));
        assertThat(hub.archive(YEAR, 2, ANNA)).isEqualTo(new ArchiveReport(1, false));
        assertThat(hub.archive(YEAR, 2, ANNA)).isEqualTo(new ArchiveReport(0, false));
    }

    @Test
    void isEnteredOnceForEachRunThatMovedSomething() {
        archive();
        archive();

        assertThat(hub.journal().history(Subject.configuration("archive"), 1, 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(ANNA);
                    assertThat(entry.event())
                            .contains(new OrderEvent.OrdersArchived(
                                    1, shop.clock.instant().minus(YEAR)));
                });
    }

    @Test
    void isAllOrNothingWhereverItIsCut() {
        var before = stores.dump();
        long calls = 0;
        boolean cut = true;
        while (cut) {
            stores.failAfter(calls++);
            try {
                archive();
                cut = false;
            } catch (ProbedStores.Cut expected) {
                stores.failNoMore();
                assertThat(stores.dump()).isEqualTo(before);
            }
        }
        stores.failNoMore();

        assertThat(calls).isGreaterThan(8);
        assertThat(order().id()).isEqualTo(id);
        assertThat(hub.orders().count(OrderQuery.all())).isZero();
    }

    @Test
    void refusesALimitOrAnAgeThatIsNone() {
        Stream.<Runnable>of(
                        () -> hub.archive(YEAR, 0, ANNA),
                        () -> hub.archive(YEAR, 1_001, ANNA),
                        () -> hub.archive(Duration.ofDays(-1), 10, ANNA))
                .forEach(run -> assertThatThrownBy(run::run)
                        .isInstanceOfSatisfying(
                                OrderweaveException.class,
                                fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_REQUEST)));
    }

    private ArchiveReport archive() {
        return hub.archive(YEAR, 10, ANNA);
    }

    private Order order() {
        return hub.orders().find(id).orElseThrow();
    }

    private List<JournalEntry> history() {
        return hub.journal().history(Subject.of(id), 1, 1_000);
    }

    private List<Optional<Order>> versions(int entries) {
        return Stream.iterate(1L, sequence -> sequence <= entries, sequence -> sequence + 1)
                .map(sequence -> hub.journal().orderAt(id, sequence))
                .toList();
    }

    private static ChannelOrder.Builder like(ChannelOrder order) {
        ChannelOrder.Builder like = ChannelOrder.builder();
        like.from(order);
        return like;
    }
}
