package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.IdSource;
import io.orderweave.id.OrderId;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.order.Order;
import io.orderweave.order.OrderChange;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderListener;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordKey;
import io.orderweave.store.StoredRecord;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Host code in the same transaction, and the host's transaction around ours. */
class ListenerTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final List<OrderChange> heard = new ArrayList<>();
    private OrderListener inner = change -> {};
    private final OrderHub hub =
            shop.open(builder -> builder.rules(RuleSet.EMPTY).listener(change -> {
                heard.add(change);
                inner.changed(change);
            }));

    private Order placed() {
        return hub.orders().place(TestPlaced.order(), ANNA);
    }

    private List<String> tags(OrderId id) {
        return List.copyOf(hub.orders().find(id).orElseThrow().tags());
    }

    /** Somebody else saves the order, so that whoever read it before is stale. */
    private void saveBySomebodyElse(OrderId id) {
        RecordKey key = new RecordKey(RecordCollections.ORDERS, id.value());
        StoredRecord record = shop.stores.records().get(key).orElseThrow();
        Book book = new Book(shop.stores, shop.clock, new IdSource(shop.clock));
        Versioned<OrderRecord> stored = book.orders().findVersioned(id.value()).orElseThrow();
        book.orders().update(stored.value(), record.version());
    }

    @Test
    void hearsBeforeAfterAndEveryEvent() {
        Order order = placed();
        heard.clear();

        Order after = hub.orders().addTag(order.id(), "x", ANNA);

        assertThat(heard)
                .containsExactly(new OrderChange(Optional.of(order), after, List.of(new OrderEvent.TagAdded("x"))));
        heard.clear();
        hub.orders().addTag(order.id(), "x", ANNA);
        assertThat(heard).as("nothing changed").isEmpty();
    }

    @Test
    void hearsOfANewOrderWithoutBefore() {
        Order order = placed();

        assertThat(heard)
                .containsExactly(new OrderChange(
                        Optional.empty(), order, List.of(new OrderEvent.Placed(), new OrderEvent.Confirmed())));
    }

    @Test
    void whatItThrowsComesOutUnchangedAndNothingStays() {
        Order order = placed();
        IllegalArgumentException refusal = new IllegalArgumentException("the host cannot");
        inner = change -> {
            throw refusal;
        };

        assertThatThrownBy(() -> hub.orders().addTag(order.id(), "x", ANNA)).isSameAs(refusal);

        assertThat(tags(order.id())).isEmpty();
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100)).hasSize(2);
    }

    private Changes changes(OrderListener listener) {
        Book book = new Book(shop.stores, shop.clock, new IdSource(shop.clock));
        Setup setup = Setup.builder()
                .statuses(StatusCatalogue.standard())
                .rules(RuleSet.EMPTY)
                .build();
        return new Changes(book, setup, new Ledger(book), List.of(listener));
    }

    @Test
    void aStaleVersionRepeatsTheWholeChangeListenersToo() {
        Order first = placed();
        Order second = placed();
        List<OrderId> told = new ArrayList<>();
        AtomicInteger attempts = new AtomicInteger();

        changes(change -> told.add(change.after().id())).run(scope -> {
            scope.change(first.id(), Trace.outside(ANNA), it -> OrderChanges.addTag(it, "x"));
            if (attempts.incrementAndGet() < 3) {
                scope.order(second.id());
                scope.change(second.id(), Trace.outside(ANNA), it -> OrderChanges.addTag(it, "x"));
                saveBySomebodyElse(second.id());
            }
        });

        assertThat(attempts).hasValue(3);
        assertThat(tags(first.id())).containsExactly("x");
        assertThat(tags(second.id())).isEmpty();
        assertThat(told)
                .as("the attempts before failed before anybody was told")
                .containsExactly(first.id());
    }

    @Test
    void whoIsAlwaysOvertakenIsToldSoInTheEnd() {
        Order order = placed();
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> changes(change -> {}).run(scope -> {
                    attempts.incrementAndGet();
                    scope.change(order.id(), Trace.outside(ANNA), it -> OrderChanges.addTag(it, "x"));
                    saveBySomebodyElse(order.id());
                }))
                .isInstanceOf(StaleVersionException.class);

        assertThat(attempts).hasValue(20);
    }

    @Test
    void aStaleVersionInTheHostsTransactionGoesToTheHost() {
        Order order = placed();
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> hub.inTransaction(() -> {
                    changes(change -> {}).run(scope -> {
                        attempts.incrementAndGet();
                        scope.change(order.id(), Trace.outside(ANNA), it -> OrderChanges.addTag(it, "x"));
                        saveBySomebodyElse(order.id());
                    });
                    return true;
                }))
                .isInstanceOf(StaleVersionException.class);

        assertThat(attempts).hasValue(1);
        assertThat(tags(order.id())).isEmpty();
    }

    @Test
    void aListenersOwnStaleVersionIsNotRepeated() {
        Order order = placed();
        heard.clear();
        StaleVersionException own = new StaleVersionException("the host's row");
        inner = change -> {
            throw own;
        };

        assertThatThrownBy(() -> hub.orders().addTag(order.id(), "x", ANNA)).isSameAs(own);
        assertThat(heard).hasSize(1);
    }

    @Test
    void commandsInTheHostsTransactionAreSavedTogether() {
        Order order = placed();

        hub.inTransaction(() -> {
            hub.orders().addTag(order.id(), "x", ANNA);
            return hub.orders().addTag(order.id(), "y", ANNA);
        });

        assertThat(tags(order.id())).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void commandsInTheHostsTransactionAreUndoneTogether() {
        Order order = placed();

        assertThatThrownBy(() -> hub.inTransaction(() -> {
                    hub.orders().addTag(order.id(), "x", ANNA);
                    throw new IllegalArgumentException("the host's own work failed");
                }))
                .hasMessage("the host's own work failed");

        assertThat(tags(order.id())).isEmpty();
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100)).hasSize(2);
    }
}
