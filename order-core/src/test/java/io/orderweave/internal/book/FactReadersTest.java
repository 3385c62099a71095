package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.OrderweaveException;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.rule.AmountField;
import io.orderweave.rule.CompiledRules;
import io.orderweave.rule.Field;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.FlagField;
import io.orderweave.rule.Measure;
import io.orderweave.rule.NumberField;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.TextField;
import io.orderweave.rule.TextsField;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which fields a host may supply, and what its readers may say. */
class FactReadersTest {

    private final Order order = TestOrders.plain("o").build();

    @Test
    void supplyEveryTypeOfField() {
        TextField group = TextField.beside("customer.group", "The customer's group.");
        TextsField labels = TextsField.beside("customer.labels", "The customer's labels.");
        FlagField blocked = FlagField.beside("customer.blocked", "Whether the customer is blocked.");
        AmountField limit = AmountField.beside("customer.limit", "What the customer may owe.");
        FactReaders readers = FactReaders.NONE
                .with(group, it -> Optional.of("wholesale"))
                .with(labels, it -> Optional.of(Set.of("a")))
                .with(blocked, it -> Optional.of(false))
                .with(limit, it -> Optional.of(Money.of("5.00", "PLN")))
                .with(Field.WEIGHT, it -> Optional.empty());

        assertThat(readers.problems(FieldCatalogue.standard().with(group, labels, blocked, limit)))
                .isEmpty();
        assertThat(readers.read("customer.group", order)).isEqualTo(new FieldValue.Text("wholesale"));
        assertThat(readers.read("customer.labels", order)).isEqualTo(new FieldValue.Texts(Set.of("a")));
        assertThat(readers.read("customer.blocked", order)).isEqualTo(new FieldValue.Flag(false));
        assertThat(readers.read("customer.limit", order)).isEqualTo(new Measure.Amount(Money.of("5.00", "PLN")));
        assertThat(readers.read("weight", order)).isEqualTo(new FieldValue.Missing());
    }

    @Test
    void refuseAFieldThatTheOrderTellsOrThatNoRuleCanName() {
        NumberField rating = NumberField.beside("customer.rating", "The customer's rating.");

        assertThatThrownBy(() -> new TestShop()
                        .open(builder -> builder.ruleFact(Field.STATUS, it -> Optional.of("mine"))
                                .ruleFact(rating, it -> Optional.of(BigDecimal.ONE))))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("a fact is given for field status, which is read from the order")
                .hasMessageContaining(
                        "a fact is given for field customer.rating, which is not among the rules' fields; add it to"
                                + " ruleFields(...)");
    }

    @Test
    void refuseAFieldThatIsGivenTwice() {
        FactReaders one = FactReaders.NONE.with(Field.WEIGHT, it -> Optional.empty());

        assertThatThrownBy(() -> one.with(Field.WEIGHT, it -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the fact of field weight is given twice");
    }

    @Test
    void tellWhatRulesAskForAndNobodySupplies() {
        CompiledRules rules = CompiledRules.of(
                RuleSet.of(
                        1,
                        TestShop.rule("one", "order.confirmed", Field.WEIGHT.atLeast(1), TestShop.ship()),
                        TestShop.rule("two", "order.confirmed", Field.CUSTOMER_ORDERS.atLeast(1), TestShop.ship())),
                FieldCatalogue.standard());

        assertThat(FactReaders.NONE.missing(rules)).containsExactly("customer.order-count", "weight");
        assertThat(FactReaders.NONE.with(Field.WEIGHT, it -> Optional.empty()).missing(rules))
                .containsExactly("customer.order-count");
    }

    @Test
    void leaveAnInterruptedThreadInterrupted() {
        FactReaders readers = FactReaders.NONE.with(Field.WEIGHT, it -> {
            throw new InterruptedException();
        });

        FieldValue value = readers.read("weight", order);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(value).isEqualTo(new FieldValue.Faulty("java.lang.InterruptedException"));
    }
}
