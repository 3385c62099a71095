package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.event.Subject;
import io.orderweave.intake.PullReport;
import io.orderweave.intake.UnmappedTerm;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.Stores;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A batch is written at once, and still each of its items sees what those before it saved. */
class IntakeRunTest {

    private final TestShop shop = new TestShop();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final OrderHub hub = shop.open(builder -> builder.stores(counted(shop.stores)));

    @Test
    void savesABatchWithOneCallOfEachKind() {
        tellPaid(1);
        hub.pull(TestShop.CHANNEL);
        tellPaid(2, 3);
        Map<String, Integer> ofTwo = callsOfPull();
        tellPaid(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

        assertThat(callsOfPull()).isEqualTo(ofTwo);
        assertThat(numbers()).isEqualTo(15);
        assertThat(ofTwo)
                .containsEntry("EffectStore.insertAllIfAbsent", 1)
                .containsEntry("JournalStore.append", 1)
                // Of orders, payments and decisions.
                .containsEntry("RecordStore.insertAll", 3)
                .doesNotContainKeys("RecordStore.insert", "EffectStore.insertIfAbsent");
    }

    @Test
    void asksOfABatchWithoutNewsWithoutWritingAnything() {
        tellPaid(1, 2, 3);
        hub.pull(TestShop.CHANNEL);
        tellPaid(1, 2, 3);

        assertThat(callsOfPull().keySet())
                .contains("RecordStore.find")
                .doesNotContain("RecordStore.insertAll", "RecordStore.updateAll", "JournalStore.append");
    }

    @Test
    void changesAnOrderThatItsBatchBroughtABitEarlier() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        shop.channel.tell(ChannelOrders.paid("A1").build());

        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.changed()).isEqualTo(1);
        Order order = TestShop.order(hub, "A1");
        assertThat(order.progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 20))
                .extracting(entry -> entry.name().name())
                .startsWith("order.imported", "order.confirmed", "order.changed-by-channel", "payment.received");
    }

    @Test
    void countsAPaymentThatTwoOrdersOfABatchNameOnce() {
        shop.channel.tell(ChannelOrders.unpaid("A1")
                .addPayment(ChannelOrders.payment("joint", "120.00"))
                .build());
        shop.channel.tell(ChannelOrders.unpaid("A2")
                .addPayment(ChannelOrders.payment("joint", "120.00"))
                .build());
        hub.pull(TestShop.CHANNEL);

        assertThat(TestShop.order(hub, "A1").progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(TestShop.order(hub, "A2").progress().paid()).isEqualTo(Money.of("0", "PLN"));
    }

    @Test
    void countsTheGrowthOfAPaymentThatAnOrderNamesTwice() {
        shop.channel.tell(ChannelOrders.unpaid("A1")
                .addPayments(ChannelOrders.payment("A1", "20.00"), ChannelOrders.payment("A1", "50.00"))
                .build());
        hub.pull(TestShop.CHANNEL);

        Order order = TestShop.order(hub, "A1");
        assertThat(order.progress().paid()).isEqualTo(Money.of("50.00", "PLN"));
        assertThat(hub.payments().of(order.id()))
                .singleElement()
                .satisfies(payment -> assertThat(payment.amount()).isEqualTo(Money.of("50.00", "PLN")));
    }

    @Test
    void handsOverWhatTheBatchBroughtAnOldOrderJustBefore() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.channel.tell(ChannelOrders.paid("A1").build());
        tellJointOrder();
        hub.pull(TestShop.CHANNEL);

        Order joint = TestShop.order(hub, "J");
        assertThat(joint.progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(hub.payments().of(joint.id())).hasSize(1);
        assertThat(TestShop.order(hub, "A1").replacedBy()).contains(joint.id());
    }

    @Test
    void leavesAnOldOrderAloneThatTheBatchReplacedJustBefore() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        tellJointOrder();
        // Without lines, as channels tell what is left of such an order.
        shop.channel.tell(ChannelOrders.unpaid("A1")
                .lines(List.of())
                .addPayment(ChannelOrders.payment("A1", "120.00"))
                .build());
        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(TestShop.order(hub, "A1").progress().paid()).isEqualTo(Money.of("0", "PLN"));
    }

    @Test
    void countsATermThatABatchUsesOften() {
        for (String id : new String[] {"A1", "A2", "A3"}) {
            shop.channel.tell(ChannelOrders.unpaid(id).term("ODD").build());
        }
        hub.pull(TestShop.CHANNEL);

        assertThat(hub.unmappedTerms())
                .filteredOn(term -> term.kind() == UnmappedTerm.Kind.STATUS)
                .singleElement()
                .satisfies(term -> assertThat(term.times()).isEqualTo(3));
    }

    @Test
    void readsManyOrdersAndLinesInPieces() {
        OrderHub plain = shop.open(builder -> builder.rules(RuleSet.EMPTY));
        shop.channel.pageSize(600);
        for (int i = 0; i < 600; i++) {
            shop.channel.tell(ChannelOrders.unpaid("A" + i).build());
        }
        plain.pull(TestShop.CHANNEL);
        for (int i = 0; i < 600; i++) {
            shop.channel.tell(ChannelOrders.paid("A" + i).build());
        }

        assertThat(plain.pull(TestShop.CHANNEL).changed()).isEqualTo(600);
    }

    private void tellPaid(int... numbers) {
        for (int number : numbers) {
            shop.channel.tell(ChannelOrders.paid("A" + number).build());
        }
    }

    private void tellJointOrder() {
        shop.channel.tell(ChannelOrders.unpaid("J")
                .lines(List.of(TestOrders.line("A1-l1", 2, "25.00"), TestOrders.line("A1-l2", 1, "60.00")))
                .build());
    }

    private Map<String, Integer> callsOfPull() {
        calls.clear();
        hub.pull(TestShop.CHANNEL);
        return Map.copyOf(calls);
    }

    private long numbers() {
        return hub.orders().count(OrderQuery.all());
    }

    /** The stores, whose calls from outside are counted. */
    private Stores counted(Stores stores) {
        return counted(Stores.class, stores);
    }

    private <T> T counted(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (port.equals(Stores.class) && method.getReturnType().isInterface()) {
                            return countedAs(method.getReturnType(), answer);
                        }
                        calls.merge(port.getSimpleName() + "." + method.getName(), 1, Integer::sum);
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private <T> T countedAs(Class<T> port, Object store) {
        return counted(port, port.cast(store));
    }
}
