package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.RuleId;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import io.orderweave.written.WrittenFault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/rules.md} compiles, does what the page says, and stands there word by word. */
class RulesGuideTest {

    private static final Path PAGE = Path.of("../docs/rules.md");

    @Test
    void isTheSameRuleInJavaAndInJson() throws IOException {
        RuleSet written = RuleSets.parse(blocks("json").get(0));

        assertThat(written.rules().get(0)).isEqualTo(inJava());
    }

    @Test
    void letsHostsAddFields() {
        Segments segments = number -> Optional.of("gold");
        TextField segment = TextField.of("shop.segment", order -> segments.of(order.number()));
        FieldCatalogue fields = FieldCatalogue.standard().with(segment);

        assertThat(fields.find("shop.segment")
                        .orElseThrow()
                        .read(Facts.of(
                                TestOrders.plain("o").build(),
                                new OrderEvent.Confirmed(),
                                TestOrders.NOON,
                                ZoneOffset.UTC)))
                .hasToString("gold");
    }

    @Test
    void letsHostsSupplyFactsFromBesideTheOrder() {
        TestShop shop = new TestShop();
        Accounts accounts = new Accounts() {
            @Override
            public Optional<String> groupOf(Order order) {
                return Optional.of("wholesale");
            }

            @Override
            public Optional<BigDecimal> ordersBefore(Order order) {
                return Optional.of(BigDecimal.TEN);
            }
        };
        String json = """
                {"version": 1, "rules": [{"id": "vip", "on": "order.confirmed", "when": {"if": "all", "conditions": [
                  {"if": "one-of", "field": "customer.group", "values": ["wholesale"]},
                  {"if": "at-least", "field": "customer.order-count", "value": 10}]},
                  "then": [{"do": "add-tag", "tag": "vip"}]}]}""";

        TextField group = TextField.beside("customer.group", "The group of the buyer's account.");
        FieldCatalogue fields = FieldCatalogue.standard().with(group);

        OrderHubBuilder hub = OrderHub.builder()
                .ruleFields(fields)
                .ruleFact(group, order -> accounts.groupOf(order))
                .ruleFact(Field.CUSTOMER_ORDERS, order -> accounts.ordersBefore(order))
                .rules(RuleSets.parse(json, fields));

        OrderHub open = hub.stores(shop.stores)
                .clock(shop.clock)
                .seller(TestShop.seller())
                .connector(shop.channel)
                .connection(TestShop.connection().build())
                .build();
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        open.pull(TestShop.CHANNEL);
        assertThat(TestShop.order(open, "A1").tags()).containsExactly("vip");
    }

    @Test
    void saysOfAFaultWhatThePageSays() throws IOException {
        String broken = """
                {"version": 1, "rules": [{"id": "a", "on": "order.confirmed",
                  "when": {"if": "at-least", "field": "totl", "value": "1 PLN"},
                  "then": [{"do": "issue-document", "kind": "bill"}]}]}""".replace("{\"if\": \"at-least\"", "{\"if\": \"all\", \"conditions\": [{\"if\": \"at-least\"")
                .replace("\"1 PLN\"}", "\"1 PLN\"}]}");
        List<String> told = RuleSets.problems(broken, FieldCatalogue.standard()).stream()
                .map(WrittenFault::toString)
                .toList();

        assertThat(blocks("text").get(0).lines().skip(1)).containsExactlyElementsOf(told);
    }

    @Test
    void standsInThePageAsItIsHere() throws IOException {
        String here = squeezed(Files.readString(Path.of("src/test/java/io/orderweave/rule/RulesGuideTest.java")));

        assertThat(blocks("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(here).contains(squeezed(block)));
    }

    private static Rule inJava() {
        return Rule.builder()
                .id(new RuleId("proforma-for-transfer"))
                .name("A buyer who pays by transfer gets a proforma")
                .note("Agreed with accounting.")
                .trigger(Trigger.on("order.confirmed"))
                .condition(Condition.all(
                        Field.PAYMENT_METHOD.isOneOf("bank-transfer"),
                        Field.TOTAL.atLeast(Money.of("50.00", "PLN")),
                        Condition.none(Field.LINE_SKU.anyMatches("GIFT-*").ignoringCase())))
                .addAction(new Action.IssueDocument(DocumentKind.PROFORMA, Optional.empty()))
                .firstDay(LocalDate.of(2026, 3, 1))
                .lastDay(LocalDate.of(2026, 12, 31))
                .build();
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    /** A host's customers. */
    private interface Accounts {
        Optional<String> groupOf(Order order);

        Optional<BigDecimal> ordersBefore(Order order);
    }

    /** A host's own table. */
    private interface Segments {
        Optional<String> of(String orderNumber);
    }
}
