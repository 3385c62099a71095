package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingEvent;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.OrderStatus;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mappings in force are the newest version stored, on every node; putting others in force is a verified command in the journal. */
class MappingsTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    /** The channel's READY is that status. */
    private static MappingSet ready(int version, String status) {
        return TestShop.mapping(StatusMap.builder()
                        .putInbound("READY", new StatusId(status))
                        .build())
                .version(version)
                .build();
    }

    private OrderHub node(MappingSet mappings) {
        return shop.open(builder -> builder.rules(RuleSet.EMPTY).mappings(mappings));
    }

    private StatusId imported(OrderHub hub, String number) {
        shop.channel.tell(ChannelOrders.unpaid(number).build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, number).status();
    }

    @Test
    void appliedMappingsAreInForceOnEveryNodeFromTheNextChangeOn() {
        OrderHub one = node(ready(1, "new"));
        OrderHub two = node(ready(1, "new"));
        assertThat(imported(two, "A1")).isEqualTo(new StatusId("new"));

        one.mappings().apply(ready(2, "packing"), ANNA, "packed at once");

        assertThat(imported(two, "A2")).isEqualTo(new StatusId("packing"));
        assertThat(two.mappings().current()).isEqualTo(ready(2, "packing"));
        assertThat(TestShop.order(two, "A1").status())
                .as("what happened already stays")
                .isEqualTo(new StatusId("new"));
    }

    @Test
    void whoAndWhyAreInTheJournal() {
        OrderHub hub = node(ready(1, "new"));

        hub.mappings().apply(ready(2, "packing"), ANNA, "packed at once");

        assertThat(hub.journal().history(Subject.configuration("mappings"), 1, 10))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(ANNA);
                    assertThat(entry.event()).contains(new MappingEvent.MappingsApplied(2, "packed at once"));
                });
    }

    @Test
    void aNodeStartedWithOlderOnesDoesNotGoBack() {
        node(ready(1, "new")).mappings().apply(ready(3, "packing"), ANNA, "packed at once");

        assertThat(node(ready(1, "new")).mappings().current().version()).isEqualTo(3);
        assertThat(node(ready(2, "waiting")).mappings().current().version()).isEqualTo(3);
        assertThat(node(ready(4, "paid")).mappings().current().version()).isEqualTo(4);
    }

    @Test
    void oldVersionsStayReadable() {
        OrderHub hub = node(ready(1, "new"));
        hub.mappings().apply(ready(2, "packing"), ANNA, "packed at once");

        assertThat(hub.mappings().version(1)).contains(ready(1, "new"));
        assertThat(hub.mappings().version(2)).contains(ready(2, "packing"));
        assertThat(hub.mappings().version(3)).isEmpty();
    }

    @Test
    void faultyOnesChangeNothingAndSayEverythingAtOnce() {
        OrderHub hub = node(ready(1, "new"));
        MappingSet faulty = TestShop.mapping(StatusMap.builder()
                        .putInbound("READY", new StatusId("mew"))
                        .build())
                .version(2)
                .putStatusMap(new ConnectionId("chanel"), StatusMap.EMPTY)
                .build();

        assertThatThrownBy(() -> hub.mappings().apply(faulty, ANNA, "typos"))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessage("/connections/chanel: no sales channel has the connection 'chanel'; nearest: channel\n"
                        + "/connections/channel/inbound/READY: the shop has no status 'mew'; nearest: new");
        assertThat(hub.mappings().current()).isEqualTo(ready(1, "new"));
        assertThat(hub.mappings().version(2)).isEmpty();
        assertThat(hub.mappings().problems(faulty)).hasSize(2);
    }

    @Test
    void aVersionThatIsNotNewerIsRefused() {
        OrderHub hub = node(ready(2, "new"));

        assertThatThrownBy(() -> hub.mappings().apply(ready(2, "packing"), ANNA, "forgot"))
                .hasMessage("mappings version 2 is not newer than 2, which is in force; raise its version");
    }

    @Test
    void aVersionWhoseContentChangedIsRefusedAtTheStart() {
        node(ready(2, "new"));

        assertThatThrownBy(() -> node(ready(2, "packing")))
                .hasMessageContaining("mappings version 2 differs")
                .hasMessageContaining("raise its version");
    }

    @Test
    void thePolicyIsAsked() {
        OrderHub hub = shop.open(builder ->
                builder.mappings(ready(1, "new")).policy((actor, command, order) -> !command.equals("mappings.apply")));

        assertThatThrownBy(() -> hub.mappings().apply(ready(2, "packing"), ANNA, "packed at once"))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.FORBIDDEN));
        assertThat(hub.mappings().current().version()).isEqualTo(1);
    }

    @Test
    void aRolledBackTransactionOfTheHostPutsNothingInForce() {
        OrderHub hub = node(ready(1, "new"));

        assertThatThrownBy(() -> hub.inTransaction(() -> {
                    hub.mappings().apply(ready(2, "packing"), ANNA, "packed at once");
                    assertThat(hub.mappings().current().version()).isEqualTo(2);
                    throw new IllegalStateException("the host thinks otherwise");
                }))
                .hasMessage("the host thinks otherwise");

        assertThat(hub.mappings().current().version()).isEqualTo(1);
        hub.mappings().apply(ready(2, "paid"), ANNA, "otherwise");
        assertThat(imported(hub, "A1")).isEqualTo(new StatusId("paid"));
    }

    @Test
    void rulesAndMappingsOfOneTransactionAreBothInForce() {
        OrderHub hub = node(ready(1, "new"));

        hub.inTransaction(() -> {
            hub.rules().apply(new RuleSet(7, List.of()), ANNA, "one");
            return hub.mappings().apply(ready(2, "packing"), ANNA, "the other");
        });

        assertThat(hub.rules().current().version()).isEqualTo(7);
        assertThat(hub.mappings().current().version()).isEqualTo(2);
    }

    @Test
    void aNodeWithoutTheStatusesOfWhatIsInForceDoesNotStart() {
        node(ready(1, "new")).mappings().apply(ready(2, "packing"), ANNA, "packed at once");

        assertThatThrownBy(() -> shop.open(builder -> builder.rules(RuleSet.EMPTY)
                        .mappings(ready(1, "new"))
                        .statuses(StatusCatalogue.of(List.of(
                                OrderStatus.of("new", Phase.OPEN, "New"),
                                OrderStatus.of("done", Phase.DELIVERED, "Done"))))))
                .hasMessageContaining("mappings version 2 are in force and do not fit the statuses given")
                .hasMessageContaining("/connections/channel/inbound/READY: the shop has no status 'packing'");
        assertThat(node(ready(1, "new")).journal().history(Subject.configuration("statuses"), 1, 10))
                .as("nothing of the node that did not start is entered")
                .hasSize(1);
    }
}
