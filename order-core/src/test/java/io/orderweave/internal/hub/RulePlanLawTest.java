package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.event.Actor;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RulePlan;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the rules: a plan lists what applying it then does, no rule fires twice upon one cause, and every chain ends. */
class RulePlanLawTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> STATUSES = List.of("new", "paid", "packing", "shipped");

    @Test
    void aPlanListsWhatApplyingItDoes() {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            String where = "seed " + seed + ", round " + round;
            List<Rule> rules = rules(random);
            TestShop shop = new TestShop();
            OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(1)));
            shop.channel.tell(ChannelOrders.unpaid("A1").build());
            hub.pull(TestShop.CHANNEL);
            OrderId order = TestShop.order(hub, "A1").id();
            hub.rules().apply(new RuleSet(2, rules), ANNA, "a try");
            Set<RuleId> chosen = Set.of(rules.get(0).id(), rules.get(1).id());

            RulePlan plan = hub.rules().plan(chosen, List.of(order));
            int before = hub.journal().history(Subject.of(order), 1, 1_000).size();
            hub.rules().apply(plan, ANNA);

            RulePlan.Row row = plan.rows().get(0);
            List<Decision> decisions = hub.journal().decisions(Subject.of(order));
            List<RuleId> fired = decisions.stream()
                    .flatMap(decision -> decision.fired().stream())
                    .map(outcome -> outcome.rule())
                    .toList();
            assertThat(fired)
                    .as(where)
                    .containsExactlyInAnyOrderElementsOf(row.fired())
                    .doesNotHaveDuplicates();
            assertThat(hub.journal().history(Subject.of(order), before + 2L, 1_000).stream()
                            .map(entry -> entry.name()))
                    .as(where)
                    .containsExactlyElementsOf(row.events());
            assertThat(wishes(decisions.stream()
                            .flatMap(decision -> decision.wishes().stream())
                            .toList()))
                    .as(where)
                    .containsExactlyInAnyOrderElementsOf(wishes(row.effects()));
            assertThat(row.events()).as(where).extracting(EventName::name).doesNotContain("rules.run-by-hand");
        }
    }

    /** Keys with a cause in them differ, for the cause is another. */
    private static List<String> wishes(List<Decision.Wish> wishes) {
        return wishes.stream()
                .map(wish -> wish.rule() + " " + wish.effect().kind() + " " + wish.fate())
                .toList();
    }

    private static List<Rule> rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rules.add(TestShop.rule("rule-" + i, trigger(random), action(random), action(random)));
        }
        return rules;
    }

    private static Trigger trigger(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Trigger.Manual(pick(random, NAMES));
            case 1 -> new Trigger.TagAdded(pick(random, NAMES));
            case 2 -> new Trigger.StatusEntered(new StatusId(pick(random, STATUSES)));
            default -> new Trigger.StatusLeft(new StatusId(pick(random, STATUSES)));
        };
    }

    private static Action action(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Action.Raise(pick(random, NAMES));
            case 1 -> new Action.AddTag(pick(random, NAMES));
            case 2 -> new Action.RemoveTag(pick(random, NAMES));
            case 3 -> new Action.SetStatus(new StatusId(pick(random, STATUSES)));
            case 4 -> new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty());
            default -> TestShop.ship();
        };
    }

    private static String pick(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
