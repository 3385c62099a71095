package io.orderweave.internal.rehearsal;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.journal.Rehearsal;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import io.orderweave.rule.RuleSet;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A shop that lives for a while, by chance but the same for one seed, so that there is a history to rehearse. */
final class ShopHistory {

    static final Actor ANNA = Actor.operator("anna");

    final TestShop shop = new TestShop();
    final FakeBank bank = new FakeBank();
    final OrderHub hub;
    private final Random random;
    private int orders;
    private int transfers;

    ShopHistory(RuleSet rules, long seed) {
        this(builder -> builder, rules, seed);
    }

    ShopHistory(UnaryOperator<OrderHubBuilder> more, RuleSet rules, long seed) {
        this.hub = more.apply(shop.builderWith(
                                TestShop.connection().liveFrom(TestOrders.NOON).build())
                        .paymentSource(FakeBank.BANK, bank)
                        .rules(rules))
                .build();
        this.random = new Random(seed);
    }

    /** Something happens, effects are done, time goes by. */
    void live(int steps) {
        for (int i = 0; i < steps; i++) {
            happen();
            if (random.nextInt(3) > 0) {
                hub.effects().runDue();
            }
            // What happens at one moment is taken for one transaction.
            shop.clock.advance(
                    random.nextInt(4) > 0
                            ? Duration.ofMinutes(1 + random.nextInt(600))
                            : Duration.of(1, ChronoUnit.MICROS));
        }
        hub.effects().runDue();
        shop.clock.advance(Duration.ofMinutes(1));
    }

    Rehearsal rehearse(RuleSet rules) {
        return hub.journal().rehearse(rules, Instant.EPOCH, shop.clock.instant());
    }

    private void happen() {
        List<Order> known = hub.orders().find(OrderQuery.builder().build()).orders();
        int what = known.isEmpty() ? 0 : random.nextInt(19);
        if (what <= 3) {
            enter();
            return;
        }
        Order order = known.get(random.nextInt(known.size()));
        try {
            happenTo(order, what);
        } catch (OrderweaveException refused) {
            // By chance a command may ask for what cannot be: then nothing happens.
            if (refused.category() != FaultCategory.INVALID_REQUEST) {
                throw refused;
            }
        }
    }

    private void happenTo(Order order, int what) {
        switch (what) {
            case 4 -> pay(order);
            case 5 -> hub.payments().record(order.id(), Money.of("60.00", "PLN"), ANNA);
            case 6, 7, 8 -> scan(order);
            case 9 -> hub.orders().cancel(order.id(), "cancelled", ANNA);
            case 10 -> hub.orders().addTag(order.id(), "tag-" + random.nextInt(3), ANNA);
            case 11 -> hold(order);
            case 12 -> hub.documents().issue(order.id(), DocumentKind.INVOICE, ANNA);
            case 13 -> decideOnEffect(order);
            case 14 -> hub.orders().addNote(order.id(), "a note", Note.Audience.INTERNAL, ANNA);
            case 15 -> creditOrMove(order);
            case 16 -> changeAtChannel(order);
            case 17 -> pause();
            default -> eraseOrAdopt(order);
        }
    }

    private void enter() {
        orders++;
        String id = "A" + (1000 + orders);
        disturb();
        switch (random.nextInt(5)) {
            case 0 -> shop.channel.tell(ChannelOrders.paid(id).build());
            case 1 -> shop.channel.tell(ChannelOrders.onDelivery(id).build());
            case 2 ->
                shop.channel.tell(
                        ChannelOrders.unpaid(id).lifecycle(Lifecycle.PENDING).build());
            case 3 -> place(id);
            default -> shop.channel.tell(ChannelOrders.unpaid(id).build());
        }
        hub.pull(TestShop.CHANNEL);
    }

    private OrderId place(String number) {
        NewOrder.Builder order = NewOrder.builder();
        order.number(number)
                .seller(new SellerId("shop"))
                .currency(TestOrders.PLN)
                .buyer(TestOrders.buyer())
                .delivery(Delivery.builder().recipient(TestOrders.buyer()).build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .method("bank-transfer")
                        .build())
                .addLines(TestOrders.line("l1", 2, "25.00"), TestOrders.line("l2", 1, "60.00"))
                .addCharge(TestOrders.delivery("10.00"));
        return hub.orders().place(order.build(), ANNA).id();
    }

    private void pay(Order order) {
        transfers++;
        bank.tell(FakeBank.transfer("t" + transfers).message(order.number()).build());
        hub.pull(FakeBank.BANK);
    }

    private void scan(Order order) {
        List<TrackingStatus> states =
                List.of(TrackingStatus.IN_TRANSIT, TrackingStatus.IN_TRANSIT, TrackingStatus.DELIVERED);
        for (Shipment shipment : hub.shipments().of(order.id())) {
            shop.courier.scan(
                    shipment.trackingNumber(), states.get(random.nextInt(states.size())), shop.clock.instant());
        }
        hub.pull(TestShop.COURIER);
    }

    private void hold(Order order) {
        if (order.isHeld()) {
            hub.orders().release(order.id(), order.holds().get(0).code(), ANNA);
        } else {
            hub.orders().hold(order.id(), "look", "somebody should look", ANNA);
        }
    }

    /** Sometimes a call fails, is refused, or its answer is lost. */
    private void disturb() {
        switch (random.nextInt(12)) {
            case 0 -> shop.courier.failNext(refused());
            case 1 -> shop.courier.loseNextAnswer(FakeChannel.lost());
            case 2 -> shop.channel.failNextWrite(refused());
            default -> {}
        }
    }

    private static OutsideFault refused() {
        return FakeChannel.refused(FaultCategory.REJECTED);
    }

    private void decideOnEffect(Order order) {
        for (Effect effect : hub.effects().of(Subject.of(order.id()))) {
            if (effect.state() == EffectState.PLANNED) {
                hub.effects().cancel(effect.key(), "not this one", ANNA);
                return;
            }
            if (effect.state() == EffectState.REJECTED || effect.state() == EffectState.CANCELLED) {
                hub.effects().rearm(effect.key(), ANNA);
                return;
            }
        }
    }

    private void creditOrMove(Order order) {
        List<Document> invoices = hub.documents().chain(order.id()).live(DocumentKind.INVOICE);
        if (invoices.isEmpty()) {
            hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);
        } else if (random.nextBoolean()) {
            hub.documents().credit(invoices.get(0).id(), "cancelled", ANNA);
        } else {
            hub.documents().reissue(invoices.get(0).id(), TestOrders.buyer(), ANNA);
        }
    }

    private void changeAtChannel(Order order) {
        if (order.ref().isPresent()) {
            ChannelOrder.Builder told = ChannelOrders.paid(order.number());
            switch (random.nextInt(3)) {
                case 0 -> told.lifecycle(Lifecycle.CANCELLED).term("CANCELLED");
                case 1 -> told.buyer(Party.builder().company("Firma s.r.o.").build());
                default -> told.term("WAITING");
            }
            shop.channel.tell(told.build());
            hub.pull(TestShop.CHANNEL);
        }
    }

    private void pause() {
        if (hub.effects().pauses().isEmpty()) {
            hub.effects().pause(EffectKind.STATUS, "not now", ANNA);
        } else {
            hub.effects().resume(EffectKind.STATUS, ANNA);
        }
    }

    private void eraseOrAdopt(Order order) {
        if (order.history()) {
            hub.orders().adopt(order.id(), ANNA);
        } else if (order.phase().isFinal()) {
            hub.privacy().erase(order.id(), "asked for", ANNA);
        } else {
            shop.channel.tell(ChannelOrders.unpaid(order.number() + "-old")
                    .placedAt(TestOrders.NOON.minus(Duration.ofDays(9)))
                    .build());
            hub.pull(TestShop.CHANNEL);
        }
    }
}
