package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.QuarantineId;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.id.TransactionId;
import io.orderweave.intake.Quarantine;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderStatus;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.payment.Payments;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CommandTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final FakeBank bank = new FakeBank();
    private final List<String> asked = new ArrayList<>();
    private boolean allowed = true;
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY)
            .paymentSource(FakeBank.BANK, bank)
            .policy((actor, command, order) -> {
                asked.add(actor + " " + command);
                return allowed;
            }));
    private OrderId id = new OrderId("none-yet");

    @BeforeEach
    void importAnOrder() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tellUnreadable("B1", "{}", "no total");
        hub.pull(TestShop.CHANNEL);
        bank.tell(FakeBank.transfer("t1").build());
        hub.pull(FakeBank.BANK);
        id = order().id();
    }

    @Test
    void asksNobodyForWhatChannelsAndBanksBring() {
        assertThat(asked).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> isRefusedByThePolicyAndChangesNothing() {
        Map<String, ThrowingCallable> commands = new LinkedHashMap<>();
        commands.put("orders.place", () -> hub.orders().place(newOrder(), ANNA));
        commands.put("orders.setStatus", () -> hub.orders().setStatus(id, new StatusId("paid"), ANNA));
        commands.put("orders.addNote", () -> hub.orders().addNote(id, "hi", Note.Audience.INTERNAL, ANNA));
        commands.put("orders.addTag", () -> hub.orders().addTag(id, "vip", ANNA));
        commands.put("orders.removeTag", () -> hub.orders().removeTag(id, "vip", ANNA));
        commands.put("orders.hold", () -> hub.orders().hold(id, "check", "why", ANNA));
        commands.put("orders.release", () -> hub.orders().release(id, "check", ANNA));
        commands.put("orders.cancel", () -> hub.orders().cancel(id, "why", ANNA));
        commands.put("orders.adopt", () -> hub.orders().adopt(id, ANNA));
        commands.put("payments.record", () -> hub.payments().record(id, Money.of("1", "PLN"), ANNA));
        commands.put("payments.assign", () -> hub.payments().assign(unmatched().id(), id, ANNA));
        commands.put("documents.issue", () -> hub.documents().issue(id, DocumentKind.PROFORMA, ANNA));
        commands.put(
                "quarantine.retry", () -> hub.quarantine().retry(quarantined().id(), ANNA));
        commands.put(
                "quarantine.dismiss",
                () -> hub.quarantine().dismiss(quarantined().id(), ANNA));
        commands.put("archive", () -> hub.archive(Duration.ZERO, 10, ANNA));
        commands.put("privacy.erase", () -> hub.privacy().erase(id, "request 1", ANNA));
        commands.put("privacy.eraseCustomer", () -> hub.privacy().eraseCustomer("jan@example.org", "request 1", ANNA));
        commands.put("privacy.purgeExpiredDocuments", () -> hub.privacy().purgeExpiredDocuments(ANNA));
        return commands.entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(command.getKey(), () -> {
                    allowed = false;
                    asked.clear();
                    Order before = order();
                    int entries = hub.journal().history(Subject.of(id), 1, 100).size();

                    assertThatThrownBy(command.getValue())
                            .isInstanceOfSatisfying(
                                    OrderweaveException.class,
                                    fault -> assertThat(fault.category()).isEqualTo(FaultCategory.FORBIDDEN))
                            .hasMessageContaining("operator:anna may not " + command.getKey());

                    assertThat(asked).containsExactly("operator:anna " + command.getKey());
                    assertThat(order()).isEqualTo(before);
                    assertThat(hub.journal().history(Subject.of(id), 1, 100)).hasSize(entries);
                    assertThat(hub.payments().unmatched(10)).hasSize(1);
                    assertThat(quarantined().times()).isEqualTo(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> namesTheOrderThatDoesNotExist() {
        OrderId nobody = new OrderId("nobody");
        Map<String, ThrowingCallable> commands = new LinkedHashMap<>();
        commands.put("setStatus", () -> hub.orders().setStatus(nobody, new StatusId("paid"), ANNA));
        commands.put("addNote", () -> hub.orders().addNote(nobody, "hi", Note.Audience.INTERNAL, ANNA));
        commands.put("addTag", () -> hub.orders().addTag(nobody, "vip", ANNA));
        commands.put("removeTag", () -> hub.orders().removeTag(nobody, "vip", ANNA));
        commands.put("hold", () -> hub.orders().hold(nobody, "check", "why", ANNA));
        commands.put("release", () -> hub.orders().release(nobody, "check", ANNA));
        commands.put("cancel", () -> hub.orders().cancel(nobody, "why", ANNA));
        commands.put("adopt", () -> hub.orders().adopt(nobody, ANNA));
        commands.put("record", () -> hub.payments().record(nobody, Money.of("1", "PLN"), ANNA));
        commands.put("assign", () -> hub.payments().assign(unmatched().id(), nobody, ANNA));
        commands.put("erase", () -> hub.privacy().erase(nobody, "request 1", ANNA));
        commands.put("issue", () -> hub.documents().issue(nobody, DocumentKind.PROFORMA, ANNA));
        return commands.entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(
                        command.getKey(),
                        () -> assertFault(command.getValue(), FaultCategory.NOT_FOUND, "no order nobody")));
    }

    @Test
    void namesWhatElseDoesNotExist() {
        assertFault(
                () -> hub.orders().setStatus(id, new StatusId("payed"), ANNA),
                FaultCategory.NOT_FOUND,
                "no status payed");
        assertFault(
                () -> hub.payments().assign(new TransactionId("t"), id, ANNA),
                FaultCategory.NOT_FOUND,
                "no bank transaction t");
        assertFault(
                () -> hub.quarantine().dismiss(new QuarantineId("q"), ANNA),
                FaultCategory.NOT_FOUND,
                "no quarantined item q");
        assertFault(
                () -> hub.orders()
                        .place(
                                NewOrder.builder()
                                        .from(newOrder())
                                        .seller(new SellerId("ghost"))
                                        .build(),
                                ANNA),
                FaultCategory.NOT_FOUND,
                "no seller ghost");
    }

    @Test
    void refusesWhatCannotBeAndNamesIt() {
        assertFault(
                () -> hub.payments().record(id, Money.of("0", "PLN"), ANNA),
                FaultCategory.INVALID_REQUEST,
                "a payment for order " + id + " must be positive");
        assertFault(
                () -> hub.payments().record(id, Money.of("1", "EUR"), ANNA),
                FaultCategory.INVALID_REQUEST,
                "order " + id + " is in PLN; it cannot be paid with 1.00 EUR");
        assertFault(
                () -> hub.documents().issue(id, DocumentKind.CREDIT_NOTE, ANNA),
                FaultCategory.INVALID_REQUEST,
                "not CREDIT_NOTE");
        assertFault(() -> hub.orders().addTag(id, " ", ANNA), FaultCategory.INVALID_REQUEST, "tag for order " + id);
        assertFault(() -> hub.orders().hold(id, "", "why", ANNA), FaultCategory.INVALID_REQUEST, "hold of order " + id);
        assertFault(
                () -> hub.orders().addNote(id, "", Note.Audience.INTERNAL, ANNA),
                FaultCategory.INVALID_REQUEST,
                "note on order " + id);
    }

    @Test
    void refusesAStepTheCatalogueDoesNotAllow() {
        TestShop strict = new TestShop();
        OrderHub strictHub = strict.open(builder -> builder.rules(RuleSet.EMPTY)
                .statuses(StatusCatalogue.of(List.of(
                        OrderStatus.builder()
                                .id(new StatusId("new"))
                                .phase(Phase.OPEN)
                                .addNext(new StatusId("shipped"))
                                .build(),
                        OrderStatus.of("waiting", Phase.PENDING, "Waiting"),
                        OrderStatus.of("packing", Phase.IN_PROGRESS, "Packing"),
                        OrderStatus.of("shipped", Phase.SHIPPED, "Shipped"),
                        OrderStatus.of("delivered", Phase.DELIVERED, "Delivered"),
                        OrderStatus.of("cancelled", Phase.CANCELLED, "Cancelled")))));
        strict.channel.tell(ChannelOrders.unpaid("A1").build());
        strictHub.pull(TestShop.CHANNEL);
        OrderId strictId = TestShop.order(strictHub, "A1").id();

        assertFault(
                () -> strictHub.orders().setStatus(strictId, new StatusId("packing"), ANNA),
                FaultCategory.INVALID_REQUEST,
                "order " + strictId + " is new and cannot become packing; it may become [shipped]");
        assertThat(strictHub
                        .orders()
                        .setStatus(strictId, new StatusId("shipped"), ANNA)
                        .phase())
                .isEqualTo(Phase.SHIPPED);
    }

    @Test
    void leavesNoTraceOfACommandThatChangesNothing() {
        hub.orders().addTag(id, "vip", ANNA);
        int entries = hub.journal().history(Subject.of(id), 1, 100).size();

        hub.orders().addTag(id, "vip", ANNA);
        hub.orders().removeTag(id, "other", ANNA);
        hub.orders().release(id, "nothing", ANNA);
        hub.orders().setStatus(id, order().status(), ANNA);

        assertThat(hub.journal().history(Subject.of(id), 1, 100)).hasSize(entries);
    }

    @Test
    void cancelsByEnteringAStatusOfThatPhase() {
        Order cancelled = hub.orders().setStatus(id, new StatusId("cancelled"), ANNA);

        assertThat(cancelled.axes().shipping()).isEqualTo(Axes.ShippingState.NOTHING_TO_SHIP);
        assertThat(hub.journal().history(Subject.of(id), 1, 100))
                .anyMatch(entry -> entry.event().orElseThrow() instanceof OrderEvent.Cancelled);
    }

    @Test
    void takesAnOrderPlacedByHand() {
        Order placed = hub.orders().place(newOrder(), ANNA);

        assertThat(placed.phase()).isEqualTo(Phase.OPEN);
        assertThat(placed.total()).isEqualTo(Money.of("50.00", "PLN"));
        assertThat(hub.orders().find(placed.id())).contains(placed);
    }

    private static NewOrder newOrder() {
        return NewOrder.builder()
                .number("PHONE-1")
                .seller(new SellerId("shop"))
                .currency(TestOrders.PLN)
                .addLine(TestOrders.line("l1", 2, "25.00"))
                .buyer(TestOrders.buyer())
                .delivery(Delivery.builder().recipient(TestOrders.buyer()).build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .build())
                .build();
    }

    private static void assertFault(ThrowingCallable call, FaultCategory category, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(category))
                .hasMessageContaining(message);
    }

    private Order order() {
        return TestShop.order(hub, "A1");
    }

    private Payments.IncomingTransaction unmatched() {
        return hub.payments().unmatched(10).get(0);
    }

    private Quarantine.Item quarantined() {
        return hub.quarantine().open(10).get(0);
    }
}
