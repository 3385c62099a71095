package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.id.StatusId;
import io.orderweave.order.Axes;
import io.orderweave.order.OrderPage;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Phase;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderQueryTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));

    @BeforeEach
    void importOrders() {
        for (int i = 0; i < 5; i++) {
            shop.channel.tell((i == 2 ? ChannelOrders.paid("A" + i) : ChannelOrders.unpaid("A" + i))
                    .placedAt(TestOrders.NOON.plusSeconds(60L * i))
                    .build());
        }
        hub.pull(TestShop.CHANNEL);
        hub.orders().addTag(TestShop.order(hub, "A1").id(), "vip", ANNA);
        hub.orders().setStatus(TestShop.order(hub, "A3").id(), new StatusId("shipped"), ANNA);
    }

    @Test
    void findsEveryOrderNewestFirst() {
        assertThat(numbers(OrderQuery.all())).containsExactly("A4", "A3", "A2", "A1", "A0");
    }

    @Test
    void narrowsByEveryFilter() {
        assertThat(found(query -> query.tag("vip"))).containsExactly("A1");
        assertThat(found(query -> query.number("A0"))).containsExactly("A0");
        assertThat(found(query -> query.addStatuses(new StatusId("shipped")))).containsExactly("A3");
        assertThat(found(query -> query.addPhases(Phase.SHIPPED, Phase.CANCELLED)))
                .containsExactly("A3");
        assertThat(found(query -> query.addPaymentState(Axes.PaymentState.PAID)))
                .containsExactly("A2");
        assertThat(found(query -> query.addShippingState(Axes.ShippingState.SHIPPED)))
                .isEmpty();
        assertThat(found(query -> query.addDocumentState(Axes.DocumentState.NOT_INVOICED)))
                .hasSize(5);
        assertThat(found(query -> query.addConnection(TestShop.COURIER))).isEmpty();
        assertThat(found(query -> query.addPhase(Phase.OPEN).tag("vip"))).containsExactly("A1");
        assertThat(found(query -> query.addPhase(Phase.SHIPPED).tag("vip"))).isEmpty();
    }

    @Test
    void takesTheFirstMomentInAndTheLastOut() {
        assertThat(found(query ->
                        query.placedFrom(TestOrders.NOON.plusSeconds(60)).placedTo(TestOrders.NOON.plusSeconds(180))))
                .containsExactly("A2", "A1");
    }

    @Test
    void countsWhatItWouldFindWhateverThePage() {
        assertThat(hub.orders().count(OrderQuery.builder().limit(1).build())).isEqualTo(5);
        assertThat(hub.orders().count(OrderQuery.builder().tag("vip").build())).isEqualTo(1);
    }

    @Test
    void pagesOverEachOrderOnceAlsoWhileOthersComeIn() {
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            OrderPage page =
                    hub.orders().find(OrderQuery.builder().limit(2).after(after).build());
            page.orders().forEach(order -> seen.add(order.number()));
            after = page.next();
            shop.channel.tell(ChannelOrders.unpaid("N" + seen.size())
                    .placedAt(TestOrders.NOON.plusSeconds(9_999))
                    .build());
            hub.pull(TestShop.CHANNEL);
        } while (after.isPresent());

        assertThat(seen).containsExactly("A4", "A3", "A2", "A1", "A0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ":", "12", "99999999999999999999:a", "'; DROP TABLE orders"})
    void refusesAPositionItDidNotGive(String after) {
        assertThatThrownBy(() -> numbers(OrderQuery.builder().after(after).build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> found(Consumer<OrderQuery.Builder> narrow) {
        OrderQuery.Builder query = OrderQuery.builder();
        narrow.accept(query);
        return numbers(query.build());
    }

    private List<String> numbers(OrderQuery query) {
        return hub.orders().find(query).orders().stream()
                .map(order -> order.number())
                .toList();
    }
}
