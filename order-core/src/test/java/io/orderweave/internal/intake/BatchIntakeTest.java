package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.channel.ExternalRef;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.intake.PullReport;
import io.orderweave.intake.Quarantine;
import io.orderweave.money.Money;
import io.orderweave.order.OrderListener;
import io.orderweave.order.OrderQuery;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordKey;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch is saved whole or order by order; a checkpoint never passes an order that is neither stored nor quarantined. */
class BatchIntakeTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final List<OrderListener> listeners = new ArrayList<>();
    private final OrderHub hub = shop.open(builder ->
            builder.rules(RuleSet.EMPTY).listener(change -> listeners.forEach(listener -> listener.changed(change))));

    @Test
    void quarantinesWhatCannotBeReadWithItsDocumentAndReason() {
        shop.channel.tellUnreadable("B1", "{\"id\":\"B1\",\"total\":\"much\"}", "total: expected a decimal");
        shop.channel.tell(ChannelOrders.unpaid("A1").build());

        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report).isEqualTo(new PullReport(true, 1, 0, 0, 1, 0, 0));
        Quarantine.Item item = onlyItem();
        assertThat(item.externalId()).isEqualTo("B1");
        assertThat(item.connection()).isEqualTo(TestShop.CHANNEL);
        assertThat(item.reason()).isEqualTo("UNREADABLE");
        assertThat(item.detail()).isEqualTo("total: expected a decimal");
        assertThat(hub.quarantine().raw(item.id()).orElseThrow().content())
                .isEqualTo("{\"id\":\"B1\",\"total\":\"much\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(checkpoint()).isEqualTo("2");
    }

    @Test
    void countsAnItemThatComesAgainUnreadable() {
        shop.channel.tellUnreadable("B1", "{}", "no total");
        hub.pull(TestShop.CHANNEL);
        shop.clock.advance(Duration.ofHours(1));
        shop.channel.tellUnreadable("B1", "{}", "no lines");
        hub.pull(TestShop.CHANNEL);

        Quarantine.Item item = onlyItem();
        assertThat(item.times()).isEqualTo(2);
        assertThat(item.detail()).isEqualTo("no lines");
        assertThat(item.lastSeen()).isEqualTo(item.firstSeen().plus(Duration.ofHours(1)));
    }

    @Test
    void settlesAnItemThatCanBeReadOnDemand() {
        shop.channel.tellUnreadable("B1", "{}", "no total");
        hub.pull(TestShop.CHANNEL);
        Quarantine.Item item = onlyItem();
        assertThat(hub.quarantine().retry(item.id(), ANNA)).isFalse();
        assertThat(onlyItem().times()).isEqualTo(2);

        shop.channel.correct(ChannelOrders.unpaid("B1").build());

        assertThat(hub.quarantine().retry(item.id(), ANNA)).isTrue();
        assertThat(hub.quarantine().open(10)).isEmpty();
        assertThat(hub.quarantine().find(item.id())).isPresent();
        assertThat(TestShop.order(hub, "B1").number()).isEqualTo("B1");
    }

    @Test
    void settlesAnItemThatItsFeedTellsReadable() {
        shop.channel.tellUnreadable("B1", "{}", "no total");
        hub.pull(TestShop.CHANNEL);
        shop.channel.tell(ChannelOrders.unpaid("B1").build());
        hub.pull(TestShop.CHANNEL);

        assertThat(hub.quarantine().open(10)).isEmpty();
    }

    @Test
    void keepsAnItemOpenWhoseOrderIsGone() {
        shop.channel.tellUnreadable("B1", "{}", "no total");
        hub.pull(TestShop.CHANNEL);
        shop.channel.tellGone("B1");

        assertThat(hub.quarantine().retry(onlyItem().id(), ANNA)).isFalse();
        assertThat(hub.quarantine().open(10)).hasSize(1);
    }

    @Test
    void keepsADismissedItemOffTheListAndInTheBook() {
        shop.channel.tellUnreadable("B1", "{}", "no total");
        hub.pull(TestShop.CHANNEL);
        Quarantine.Item item = onlyItem();

        hub.quarantine().dismiss(item.id(), ANNA);

        assertThat(hub.quarantine().open(10)).isEmpty();
        assertThat(hub.quarantine().find(item.id())).isPresent();
        assertThat(hub.quarantine().raw(item.id())).isPresent();
    }

    @Test
    void refusesToReadAgainInsideATransaction() {
        shop.channel.tellUnreadable("B1", "{}", "no total");
        hub.pull(TestShop.CHANNEL);
        Quarantine.Item item = onlyItem();

        assertThatThrownBy(() -> hub.inTransaction(() -> hub.quarantine().retry(item.id(), ANNA)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void quarantinesAPoisonedOrderAndGoesOnWithTheRest() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(poisoned("P1"));
        shop.channel.tell(ChannelOrders.unpaid("A2").build());

        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report).isEqualTo(new PullReport(true, 2, 0, 0, 1, 0, 0));
        assertThat(numbers()).containsExactlyInAnyOrder("A1", "A2");
        assertThat(onlyItem().externalId()).isEqualTo("P1");
        assertThat(onlyItem().reason()).isEqualTo("NOT_SAVED");
        assertThat(hub.quarantine().raw(onlyItem().id()).orElseThrow().content())
                .isEqualTo("{\"id\":\"P1\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(checkpoint()).isEqualTo("3");
    }

    @Test
    void quarantinesTheOneOrderAListenerFailsFor() {
        listeners.add(change -> {
            if (change.after().number().equals("A2")) {
                throw new IllegalStateException("host table says no to jan@example.org");
            }
        });
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        shop.channel.tell(ChannelOrders.unpaid("A3").build());

        hub.pull(TestShop.CHANNEL);

        assertThat(numbers()).containsExactlyInAnyOrder("A1", "A3");
        assertThat(onlyItem().externalId()).isEqualTo("A2");
        assertThat(onlyItem().detail())
                .contains("listener", "IllegalStateException")
                .doesNotContain("jan@example.org");
        assertThat(checkpoint()).isEqualTo("3");

        listeners.clear();
        assertThat(hub.quarantine().retry(onlyItem().id(), ANNA)).isTrue();
        assertThat(numbers()).contains("A2");
    }

    @Test
    void stopsForAListenerThatFailsForEveryOrder() {
        IllegalStateException broken = new IllegalStateException("host table is gone");
        listeners.add(change -> {
            throw broken;
        });
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());

        assertThatThrownBy(() -> hub.pull(TestShop.CHANNEL)).isSameAs(broken);

        assertThat(numbers()).isEmpty();
        assertThat(hub.quarantine().open(10)).isEmpty();
        assertThat(hasCheckpoint()).isFalse();

        listeners.clear();
        assertThat(hub.pull(TestShop.CHANNEL).imported()).isEqualTo(2);
    }

    @Test
    void doesNotTakeOrdersWithoutNewsForProofThatTheListenerWorks() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        listeners.add(change -> {
            throw new IllegalStateException("host table is gone");
        });
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        shop.channel.tellGone("A9");

        assertThatThrownBy(() -> hub.pull(TestShop.CHANNEL)).isInstanceOf(IllegalStateException.class);

        assertThat(hub.quarantine().open(10)).isEmpty();
        assertThat(checkpoint()).isEqualTo("1");
    }

    @Test
    void savesNothingOfABatchThatCouldNotBeFetched() {
        shop.channel.pageSize(1);
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        shop.channel.failNextPoll(FakeChannel.lost());

        assertThatThrownBy(() -> hub.pull(TestShop.CHANNEL)).isInstanceOf(OutsideFault.class);

        assertThat(numbers()).containsExactly("A1");
        assertThat(checkpoint()).isEqualTo("1");
        assertThat(hub.pull(TestShop.CHANNEL).imported()).isEqualTo(1);
    }

    @Test
    void stopsForAFaultOfTheStoreAndBlamesNoOrder() {
        listeners.add(change -> {
            shop.channel.pageSize(50);
            throw new OrderweaveException(FaultCategory.TRANSIENT, "database is away");
        });
        shop.channel.tell(ChannelOrders.unpaid("A1").build());

        assertThatThrownBy(() -> hub.pull(TestShop.CHANNEL)).hasMessage("database is away");

        assertThat(hub.quarantine().open(10)).isEmpty();
        assertThat(hasCheckpoint()).isFalse();
    }

    @Test
    void refusesToPullInsideATransaction() {
        assertThatThrownBy(() -> hub.inTransaction(() -> hub.pull(TestShop.CHANNEL)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not run inside a transaction");
    }

    @Test
    void refusesToProbeInsideATransaction() {
        assertThatThrownBy(() -> hub.inTransaction(() -> {
                    hub.probe(TestShop.CHANNEL);
                    return "probed";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not run inside a transaction");
    }

    @Test
    void readsEveryPageAndFindsEachOrderByItsReference() {
        shop.channel.pageSize(2);
        for (int i = 1; i <= 5; i++) {
            shop.channel.tell(ChannelOrders.unpaid("A" + i).build());
        }

        assertThat(hub.pull(TestShop.CHANNEL).imported()).isEqualTo(5);
        assertThat(hub.orders()
                        .find(new ExternalRef(FakeChannel.CHANNEL, new RemoteAccount("shop-1"), "A4"))
                        .orElseThrow()
                        .number())
                .isEqualTo("A4");
    }

    /** Its payment is of another currency, which no order can add up. */
    private static ChannelOrder poisoned(String id) {
        return ChannelOrders.unpaid(id)
                .addPayment(new io.orderweave.connector.ChannelPayment(
                        "pay-" + id, Money.of("10.00", "EUR"), io.orderweave.testing.TestOrders.NOON))
                .build();
    }

    private Quarantine.Item onlyItem() {
        assertThat(hub.quarantine().open(10)).hasSize(1);
        return hub.quarantine().open(10).get(0);
    }

    private List<String> numbers() {
        return hub.orders().find(OrderQuery.all()).orders().stream()
                .map(order -> order.number())
                .toList();
    }

    private boolean hasCheckpoint() {
        return shop.stores
                .records()
                .get(new RecordKey(RecordCollections.CHECKPOINTS, "channel/orders"))
                .isPresent();
    }

    private String checkpoint() {
        byte[] json = shop.stores
                .records()
                .get(new RecordKey(RecordCollections.CHECKPOINTS, "channel/orders"))
                .orElseThrow()
                .content()
                .json();
        return io.orderweave.internal.json.Json.tree(json)
                .at("/checkpoint/value")
                .asText();
    }
}
