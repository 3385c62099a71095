package io.orderweave.internal.hub;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConfigurationRecord;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.PaperChange;
import io.orderweave.internal.book.RulesInForce;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.internal.ledger.RuleLimits;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Orders;
import io.orderweave.rule.LimitState;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RulePlan;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules as hosts handle them. */
final class RulesService implements Rules {

    private static final Subject RULES = Subject.configuration("rules");

    private final Changes changes;
    private final Book book;
    private final RulesInForce rules;
    private final RuleLimits limits;
    private final Ledger ledger;
    private final ConfigurationCheck check;
    private final FacetCheck facets;
    private final Orders orders;
    private final Gate gate;

    RulesService(
            Changes changes, Ledger ledger, ConfigurationCheck check, FacetCheck facets, Orders orders, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.rules = changes.rules();
        this.limits = new RuleLimits(book, rules);
        this.ledger = ledger;
        this.check = check;
        this.facets = facets;
        this.orders = orders;
        this.gate = gate;
    }

    @Override
    public RuleSet current() {
        return rules.setup().rules();
    }

    @Override
    public Optional<RuleSet> version(int version) {
        return rules.version(version);
    }

    @Override
    public List<String> problems(RuleSet wanted) {
        List<String> problems = new ArrayList<>(check.problemsOf(wanted, changes.setup()));
        problems.addAll(facets.problems(wanted));
        return problems;
    }

    @Override
    public RuleSet apply(RuleSet wanted, Actor actor, String why) {
        gate.check(actor, "rules.apply", Optional.empty());
        List<String> problems = problems(wanted);
        if (!problems.isEmpty()) {
            throw new OrderweaveException(FaultCategory.INVALID_CONFIGURATION, String.join("\n", problems));
        }
        return changes.call(scope -> {
            Setup before = rules.setup();
            int current = before.rules().version();
            if (wanted.version() <= current) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        "rule set version " + wanted.version() + " is not newer than " + current
                                + ", which is in force; raise its version");
            }
            rules.put(wanted);
            if (!before.with(wanted).limits().equals(before.limits())) {
                ledger.wakeAll();
            }
            scope.note(RULES, Trace.outside(actor), new RuleEvent.RulesApplied(wanted.version(), why));
            return wanted;
        });
    }

    @Override
    public RulePlan plan(Set<RuleId> chosen, OrderQuery query) {
        return plan(chosen, orders.find(query).orders().stream().map(Order::id).toList());
    }

    @Override
    public RulePlan plan(Set<RuleId> chosen, Collection<OrderId> wanted) {
        if (wanted.size() > MOST_ORDERS) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST,
                    "a plan is of at most " + MOST_ORDERS + " orders, not " + wanted.size());
        }
        return changes.call(scope -> {
            RuleSet inForce = current();
            requireKnown(chosen, inForce);
            PaperChange paper = scope.onPaper();
            List<RulePlan.Row> rows = new ArrayList<>();
            for (OrderId id : wanted) {
                Order order = orders.find(id)
                        .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no order " + id));
                paper.run(order, chosen).ifPresent(rows::add);
            }
            return new RulePlan(book.newId(), inForce.version(), chosen, rows);
        });
    }

    private static void requireKnown(Set<RuleId> chosen, RuleSet inForce) {
        for (RuleId rule : chosen) {
            if (inForce.find(rule).isEmpty()) {
                throw new OrderweaveException(
                        FaultCategory.NOT_FOUND,
                        "no rule " + rule + " in version " + inForce.version() + ", which is in force");
            }
        }
    }

    @Override
    public void apply(RulePlan plan, Actor actor) {
        gate.check(actor, "rules.applyPlan", Optional.empty());
        changes.run(scope -> {
            int current = current().version();
            if (plan.version() != current) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_REQUEST,
                        "the plan was made for version " + plan.version() + " of the rules, and " + current
                                + " is in force; make it anew");
            }
            takeUp(plan);
            for (RulePlan.Row row : plan.rows()) {
                scope.runByHand(row.order(), plan.rules(), actor);
            }
        });
    }

    /** Each plan once: a second click, or a second node, finds its mark. */
    private void takeUp(RulePlan plan) {
        ConfigurationRecord mark = new ConfigurationRecord(
                "rule-plan/" + plan.id(),
                "rule-plans",
                Json.object()
                        .put("version", plan.version())
                        .put("orders", plan.rows().size()));
        if (!book.configuration().insert(mark)) {
            throw new OrderweaveException(FaultCategory.INVALID_REQUEST, "plan " + plan.id() + " was applied already");
        }
    }

    @Override
    public List<LimitState> limits() {
        return limits.states(book.stores().now());
    }

    @Override
    public void clearLimit(RuleId rule, Actor actor, String why) {
        gate.check(actor, "rules.clearLimit", Optional.empty());
        changes.run(scope -> {
            if (!rules.setup().limits().containsKey(rule)) {
                throw new OrderweaveException(
                        FaultCategory.NOT_FOUND,
                        "no rule " + rule + " with a limit; there are "
                                + rules.setup().limits().keySet());
            }
            limits.clear(rule);
            scope.note(RULES, Trace.outside(actor), new RuleEvent.LimitCleared(rule, why));
            ledger.wakeAll();
        });
    }
}
