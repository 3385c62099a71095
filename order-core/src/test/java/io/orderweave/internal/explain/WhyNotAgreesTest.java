package io.orderweave.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.journal.WhyNot;
import io.orderweave.journal.WhyNot.Missing;
import io.orderweave.journal.WhyNot.Standing;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What why-not says fails, fails; and where it is made otherwise, why-not says so no more, until the rule fires. */
class WhyNotAgreesTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void withEvaluatingAgain(long seed) {
        Random random = new Random(seed);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rules.add(TestShop.rule(
                    "r" + i,
                    "order.note-added",
                    condition(random, 3),
                    new Action.IssueDocument(DocumentKind.PROFORMA, Optional.empty())));
        }
        OrderHub hub = shop.open(builder -> builder.rules(new RuleSet(9, rules)));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, "A1");
        note(hub, order);

        for (int step = 0; step < 40 && isAbsent(hub, order); step++) {
            WhyNot whyNot = hub.journal().whyNot(order.id(), EffectKind.PROFORMA);
            assertThat(whyNot.rules()).hasSize(6).allSatisfy(miss -> {
                assertThat(miss.standing()).isEqualTo(Standing.FAILED);
                assertThat(miss.missing()).isNotEmpty();
            });
            assertThat(whyNot.rules())
                    .isSortedAccordingTo(
                            (a, b) -> a.missing().size() - b.missing().size());
            Missing first = whyNot.rules().get(0).first().orElseThrow();
            String tag = first.finding().wanted().replaceAll("[\\[\\]]", "");
            boolean has = TestShop.order(hub, "A1").tags().contains(tag);
            assertThat(has).isEqualTo(first.unwanted());

            if (first.unwanted()) {
                hub.orders().removeTag(order.id(), tag, ANNA);
            } else {
                hub.orders().addTag(order.id(), tag, ANNA);
            }
            WhyNot.NearMiss again = hub.journal().whyNot(order.id(), EffectKind.PROFORMA).rules().stream()
                    .filter(miss -> miss.rule().equals(whyNot.rules().get(0).rule()))
                    .findFirst()
                    .orElseThrow();
            assertThat(again.missing())
                    .noneMatch(missing ->
                            missing.finding().wanted().contains(tag) && missing.unwanted() == first.unwanted());
            boolean satisfied = again.missing().isEmpty();
            note(hub, order);
            if (satisfied) {
                assertThat(isAbsent(hub, order)).isFalse();
            }
        }
    }

    private static boolean isAbsent(OrderHub hub, Order order) {
        return hub.effects().of(Subject.of(order.id())).isEmpty();
    }

    private static void note(OrderHub hub, Order order) {
        hub.orders().addNote(order.id(), "look", Note.Audience.INTERNAL, ANNA);
    }

    /** Over tags only, and never true without any. */
    private static Condition condition(Random random, int depth) {
        return Condition.all(Field.TAGS.hasAnyOf("t" + random.nextInt(4)), inner(random, depth));
    }

    private static Condition inner(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return Field.TAGS.hasAnyOf("t" + (4 + random.nextInt(5)));
        }
        Condition one = inner(random, depth - 1);
        Condition other = inner(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> Condition.all(one, other);
            case 1 -> Condition.any(one, other);
            default -> Condition.none(one, other);
        };
    }
}
