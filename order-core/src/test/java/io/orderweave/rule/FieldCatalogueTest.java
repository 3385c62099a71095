package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.PaymentTerms;
import io.orderweave.testing.TestOrders;
import java.lang.reflect.Modifier;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCatalogueTest {

    @Test
    void holdsEveryConstant() {
        List<Object> constants = Arrays.stream(Field.class.getFields())
                .filter(constant -> Modifier.isStatic(constant.getModifiers()))
                .map(FieldCatalogueTest::value)
                .toList();

        assertThat(constants).hasSizeGreaterThan(50);
        assertThat(FieldCatalogue.standard().fields())
                .hasSameElementsAs(constants.stream().map(Field.class::cast).toList());
    }

    @Test
    void readsEveryFieldOfEveryOrderAndPrintsNothingPersonal() {
        for (Order order : List.of(TestOrders.plain("o").build(), TestOrders.rich())) {
            for (Field field : FieldCatalogue.standard().fields()) {
                FieldValue value = field.read(facts(order, new OrderEvent.Confirmed()));

                assertThat(value.toString()).as(field.name()).doesNotContain("Jan", "Polna", "@", "call first");
                assertThat(value.type().orElse(field.type())).as(field.name()).isEqualTo(field.type());
                if (!field.values().isEmpty() && value instanceof FieldValue.Text text) {
                    assertThat(field.values()).as(field.name()).contains(text.value());
                }
            }
        }
    }

    @Test
    void writesChoicesAsRulesDo() {
        Order cod = TestOrders.plain("o")
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.ON_DELIVERY)
                        .build())
                .build();

        assertThat(Field.PAYMENT_TIMING.read(facts(cod, new OrderEvent.Confirmed())))
                .hasToString("on-delivery");
        assertThat(Field.PAYMENT_TIMING.values()).containsExactly("prepaid", "on-delivery", "deferred");
    }

    @Test
    void readsTheEvent() {
        Order order = TestOrders.plain("o").build();
        OrderEvent paid = new OrderEvent.StatusChanged(new StatusId("new"), new StatusId("paid"));

        assertThat(Field.STATUS_TO.read(facts(order, paid))).hasToString("paid");
        assertThat(Field.STATUS_FROM.read(facts(order, paid))).hasToString("new");
        assertThat(Field.EVENT_NAME.read(facts(order, paid))).hasToString("order.status-changed");
        assertThat(Field.RAISED.read(facts(order, new OrderEvent.Raised("print"))))
                .hasToString("print");
        assertThat(Field.EVENT_TAG.read(facts(order, new OrderEvent.TagRemoved("x"))))
                .hasToString("x");
        assertThat(Field.EVENT_CHANGED.read(facts(order, new OrderEvent.ChangedByChannel(List.of("delivery"), "T"))))
                .hasToString("[delivery]");
        assertThat(Field.STATUS_TO.read(facts(order, new OrderEvent.Confirmed())))
                .isEqualTo(new FieldValue.Missing());
    }

    @Test
    void knowsFromBesideTheOrderOnlyWhatWasFetchedAndOfTheRightType() {
        Facts facts = facts(TestOrders.plain("o").build(), new OrderEvent.Confirmed());
        FieldValue three = Measure.parse("3");

        assertThat(Field.CUSTOMER_ORDERS.read(facts)).isEqualTo(new FieldValue.Unknown());
        assertThat(Field.CUSTOMER_ORDERS.read(facts.with(Map.of("customer.order-count", three))))
                .isEqualTo(three);
        assertThat(Field.CUSTOMER_ORDERS.read(facts.with(Map.of("weight", three))))
                .isEqualTo(new FieldValue.Unknown());
        assertThat(Field.CUSTOMER_ORDERS.read(facts.with(Map.of("customer.order-count", new FieldValue.Text("many")))))
                .isEqualTo(new FieldValue.Unknown());
    }

    @Test
    void readsTheHostsFields() {
        TextField city = TextField.of("shop.segment", order -> Optional.of("gold"));
        TextsField shelves = TextsField.of("shop.shelves", order -> Set.of("a", "b"));
        FlagField fragile = FlagField.of("shop.fragile", order -> true);
        FieldCatalogue fields = FieldCatalogue.standard().with(city, shelves, fragile);
        Facts facts = facts(TestOrders.plain("o").build(), new OrderEvent.Confirmed());

        assertThat(fields.find("shop.segment").orElseThrow().read(facts)).hasToString("gold");
        assertThat(fields.find("shop.shelves").orElseThrow().read(facts)).hasToString("[a, b]");
        assertThat(fields.find("shop.fragile").orElseThrow().read(facts)).hasToString("true");
        assertThat(FieldCatalogue.standard().find("shop.segment")).isEmpty();
    }

    @Test
    void tellsOnlyTheClassOfWhatAHostsFieldThrows() {
        TextField broken = TextField.of("shop.broken", order -> {
            throw new IllegalStateException("Jan Kowalski has no segment");
        });
        Facts facts = facts(TestOrders.plain("o").build(), new OrderEvent.Confirmed());

        assertThat(broken.read(facts)).isEqualTo(new FieldValue.Faulty("java.lang.IllegalStateException"));
    }

    @Test
    void refusesANameThatIsTaken() {
        assertThatThrownBy(() -> FieldCatalogue.standard().with(FlagField.of("total", order -> true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two fields are called total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Total", "a b", "a..b", "-a", "a.", "ž", "a/b"})
    void refusesANameThatRulesCouldNotRead(String name) {
        assertThatThrownBy(() -> FlagField.of(name, order -> true)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Facts facts(Order order, OrderEvent event) {
        return Facts.of(order, event, TestOrders.NOON, ZoneOffset.UTC);
    }

    private static Object value(java.lang.reflect.Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException fault) {
            throw new AssertionError(fault);
        }
    }
}
