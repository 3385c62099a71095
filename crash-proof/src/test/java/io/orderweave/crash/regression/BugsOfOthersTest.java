package io.orderweave.crash.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.effect.Resolution;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What other systems of this field were publicly caught at, played here. Where the real part comes later (credit notes, accounting,
 * stock bindings, mails) a handler of the host's own stands in: the promise is the ledger's, not the kind's.
 */
class BugsOfOthersTest {

    private static final Duration AFTER_ALL_LEASES = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private SmallShop shop;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void statusSetTwiceGivesOneInvoice() {
        shop = new SmallShop(folder, SmallShop.invoiceAt("paid", "first"));
        OrderHub hub = shop.node();
        OrderId order = SmallShop.place(hub, "1001");

        SmallShop.status(hub, order, "paid");
        hub.effects().runDue();
        SmallShop.status(hub, order, "packing");
        SmallShop.status(hub, order, "paid");
        hub.effects().runDue();

        assertThat(SmallShop.numbers(hub, order)).containsExactly("A20260001");
    }

    @Test
    void creditNoteDoesNotReopenInvoicing() {
        shop = new SmallShop(folder, SmallShop.invoiceAt("paid", "first"));
        OrderHub hub = shop.node(builder -> builder.effectHandler(new CreditNotes()));
        OrderId order = SmallShop.place(hub, "1001");
        SmallShop.status(hub, order, "paid");
        hub.effects().runDue();

        hub.effects().plan(wish(order, CreditNotes.KIND, "1"), SmallShop.ANNA);
        hub.effects().runDue();
        assertThat(find(hub, order).progress().credited().isPositive()).isTrue();
        SmallShop.status(hub, order, "packing");
        SmallShop.status(hub, order, "paid");
        hub.effects().runDue();

        assertThat(SmallShop.numbers(hub, order)).containsExactly("A20260001");
    }

    @Test
    void bulkInvoicingRunTwiceIssuesEachInvoiceOnce() throws Exception {
        shop = new SmallShop(folder);
        OrderHub first = shop.node();
        OrderHub second = shop.node();
        List<OrderId> orders = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> SmallShop.place(first, "10" + number))
                .toList();
        List<OrderId> backwards = new ArrayList<>(orders);
        Collections.reverse(backwards);

        together(() -> invoiceAll(first, orders), () -> invoiceAll(second, backwards));

        Set<String> numbers = new HashSet<>();
        for (OrderId order : orders) {
            assertThat(SmallShop.numbers(first, order)).hasSize(1);
            numbers.addAll(SmallShop.numbers(first, order));
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> String.format("A2026%04d", number))
                        .toList());
    }

    private static boolean invoiceAll(OrderHub hub, List<OrderId> orders) {
        orders.forEach(order -> hub.documents().issue(order, DocumentKind.INVOICE, SmallShop.ANNA));
        return hub.effects().runDue().didAnything();
    }

    @Test
    void twoAccountingConnectionsThatWantAnInvoiceAtOnceStopTheOrder() {
        shop = new SmallShop(folder, SmallShop.invoiceAt("paid", "first"), SmallShop.invoiceAt("paid", "second"));
        OrderHub hub = shop.node();
        OrderId order = SmallShop.place(hub, "1001");

        SmallShop.status(hub, order, "paid");
        hub.effects().runDue();

        assertThat(SmallShop.numbers(hub, order)).isEmpty();
        assertThat(find(hub, order).isHeld()).isTrue();
    }

    @Test
    void twoAccountingConnectionsThatWantItOneAfterTheOtherMakeOneInvoice() {
        shop = new SmallShop(folder, SmallShop.invoiceAt("paid", "first"), SmallShop.invoiceAt("packing", "second"));
        OrderHub hub = shop.node();
        OrderId order = SmallShop.place(hub, "1001");

        SmallShop.status(hub, order, "paid");
        SmallShop.status(hub, order, "packing");
        hub.effects().runDue();

        assertThat(SmallShop.numbers(hub, order)).containsExactly("A20260001");
    }

    @Test
    void commandThatRanBeforeItsResultWasSavedIsNotRunAgain() {
        shop = new SmallShop(folder);
        ScriptedRemote remote = new ScriptedRemote("command", Resolution.LOOKUP);
        OrderHub dying = shop.node(builder -> builder.effectHandler(remote));
        OrderHub onlooker = shop.node(builder -> builder.effectHandler(remote));
        PlannedEffect command = wish(SmallShop.place(dying, "1001"), remote.kind(), "1");
        dying.effects().plan(command, SmallShop.ANNA);
        List<EffectState> duringCall = new ArrayList<>();
        remote.afterNextWrite(() -> {
            duringCall.add(state(onlooker, command));
            throw new Died();
        });

        assertThatThrownBy(() -> dying.effects().runDue()).isInstanceOf(Died.class);
        OrderHub next = shop.node(builder -> builder.effectHandler(remote));
        runThroughLeases(next);

        assertThat(duringCall).as("its state was saved before the command ran").containsExactly(EffectState.CLAIMED);
        assertThat(remote.done()).containsExactly(command.key());
        assertThat(state(next, command)).isEqualTo(EffectState.DONE);
    }

    @Test
    void mailWhoseProcessDiedIsNotSentAgain() {
        shop = new SmallShop(folder);
        ScriptedRemote mails = new ScriptedRemote("mail", Resolution.AT_MOST_ONCE);
        OrderHub dying = shop.node(builder -> builder.effectHandler(mails));
        PlannedEffect mail = wish(SmallShop.place(dying, "1001"), mails.kind(), "thanks");
        dying.effects().plan(mail, SmallShop.ANNA);
        mails.afterNextWrite(() -> {
            throw new Died();
        });

        assertThatThrownBy(() -> dying.effects().runDue()).isInstanceOf(Died.class);
        OrderHub next = shop.node(builder -> builder.effectHandler(mails));
        runThroughLeases(next);

        assertThat(mails.done()).containsExactly(mail.key());
        Effect sent = next.effects().find(mail.key()).orElseThrow();
        assertThat(sent.state()).isEqualTo(EffectState.DONE);
        assertThat(sent.reason()).contains("unconfirmed");
    }

    @Test
    void checkpointIsNotSavedBeforeItsOrdersAre() {
        shop = new SmallShop(folder);
        AtomicInteger told = new AtomicInteger();
        OrderHub dying = shop.node(builder -> builder.listener(change -> {
            if (told.incrementAndGet() == 3) {
                throw new Died();
            }
        }));
        IntStream.rangeClosed(1, 5).forEach(number -> shop.channel.tell(SmallShop.told("c-" + number)));

        assertThatThrownBy(() -> dying.pull(SmallShop.CHANNEL)).isInstanceOf(Died.class);
        shop.clock.advance(AFTER_ALL_LEASES);
        OrderHub next = shop.node();
        next.pull(SmallShop.CHANNEL);

        assertThat(next.orders().find(OrderQuery.all()).orders())
                .extracting(Order::number)
                .containsExactlyInAnyOrder("c-1", "c-2", "c-3", "c-4", "c-5");
    }

    @Test
    void twoJobsCreateOneBinding() throws Exception {
        shop = new SmallShop(folder);
        ScriptedRemote warehouse = new ScriptedRemote("binding", Resolution.LOOKUP);
        OrderHub first = shop.node(builder -> builder.effectHandler(warehouse));
        OrderHub second = shop.node(builder -> builder.effectHandler(warehouse));
        List<PlannedEffect> bindings = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> wish(SmallShop.place(first, "10" + number), warehouse.kind(), "sku-1"))
                .toList();

        together(() -> clickAll(first, bindings), () -> clickAll(second, bindings));
        runThroughLeases(first);

        assertThat(warehouse.done())
                .containsExactlyInAnyOrderElementsOf(
                        bindings.stream().map(PlannedEffect::key).toList());
    }

    private static boolean clickAll(OrderHub hub, List<PlannedEffect> wishes) {
        wishes.forEach(wish -> click(hub, wish));
        return true;
    }

    private static EffectState click(OrderHub hub, PlannedEffect wish) {
        hub.effects().plan(wish, SmallShop.ANNA);
        hub.effects().runDue();
        return hub.effects().find(wish.key()).orElseThrow().state();
    }

    private static PlannedEffect wish(OrderId order, EffectKind kind, String discriminator) {
        return PlannedEffect.builder()
                .key(new EffectKey(Subject.of(order), kind, discriminator))
                .payload(ScriptedRemote.nothing())
                .build();
    }

    private static Order find(OrderHub hub, OrderId order) {
        return hub.orders().find(order).orElseThrow();
    }

    private static EffectState state(OrderHub hub, PlannedEffect wish) {
        return hub.effects().find(wish.key()).orElseThrow().state();
    }

    private void runThroughLeases(OrderHub hub) {
        for (int pass = 0; pass < 3; pass++) {
            shop.clock.advance(AFTER_ALL_LEASES);
            hub.effects().runDue();
        }
    }

    private static void together(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Callable<?> work : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
