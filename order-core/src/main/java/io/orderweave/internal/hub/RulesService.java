package io.orderweave.internal.hub;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConfigurationRecord;
import io.orderweave.internal.book.FactReaders;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.PaperChange;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.SetupInForce;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.explain.RulePast;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.internal.ledger.RuleLimits;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Orders;
import io.orderweave.rule.LimitState;
import io.orderweave.rule.LintFinding;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleLint;
import io.orderweave.rule.RulePlan;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules as hosts handle them. */
final class RulesService implements Rules {

    private final Changes changes;
    private final Book book;
    private final SetupInForce inForce;
    private final RuleLimits limits;
    private final RulePast past;
    private final FactReaders facts;
    private final Ledger ledger;
    private final ConfigurationCheck check;
    private final FacetCheck facets;
    private final Orders orders;
    private final Gate gate;

    RulesService(
            Changes changes, Ledger ledger, ConfigurationCheck check, FacetCheck facets, Orders orders, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.inForce = changes.inForce();
        this.limits = new RuleLimits(book, inForce);
        this.past = new RulePast(book, inForce.rules());
        this.facts = changes.readers();
        this.ledger = ledger;
        this.check = check;
        this.facets = facets;
        this.orders = orders;
        this.gate = gate;
    }

    @Override
    public RuleSet current() {
        return inForce.setup().rules();
    }

    @Override
    public Optional<RuleSet> version(int version) {
        return inForce.rules().version(version);
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
            Setup before = inForce.setup();
            inForce.rules().put(wanted);
            if (!before.with(wanted).limits().equals(before.limits())) {
                ledger.wakeAll();
            }
            scope.note(
                    inForce.rules().subject(), Trace.outside(actor), new RuleEvent.RulesApplied(wanted.version(), why));
            return wanted;
        });
    }

    @Override
    public List<LintFinding> lint() {
        return lint(current());
    }

    @Override
    public List<LintFinding> lint(RuleSet rules) {
        return lint(rules, inForce.setup().mappings());
    }

    @Override
    public List<LintFinding> lint(RuleSet rules, MappingSet mappings) {
        Setup setup = inForce.setup();
        Instant now = book.now();
        RuleLint lint =
                new RuleLint(setup.statuses(), mappings, setup.connections().keySet());
        List<LintFinding> findings = new ArrayList<>(lint.findings(rules, today(setup, now)));
        findings.addAll(RuleLint.findings(rules, setup.ruleFields(), facts::missing));
        findings.addAll(lint.findings(rules, past.of(rules, now), now));
        return findings;
    }

    /** On the calendar of the seller whose day ends last: a rule's last day is over when it is over for everybody. */
    private static LocalDate today(Setup setup, Instant now) {
        return setup.sellers().values().stream()
                .map(seller -> LocalDate.ofInstant(now, seller.zone()))
                .min(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
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
            RuleSet rules = scope.inForce().rules();
            requireKnown(chosen, rules);
            PaperChange paper = scope.onPaper();
            List<RulePlan.Row> rows = new ArrayList<>();
            for (OrderId id : wanted) {
                Order order = orders.find(id)
                        .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no order " + id));
                paper.run(order, chosen).ifPresent(rows::add);
            }
            return new RulePlan(book.newId(), rules.version(), chosen, rows);
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
            if (!inForce.setup().limits().containsKey(rule)) {
                throw new OrderweaveException(
                        FaultCategory.NOT_FOUND,
                        "no rule " + rule + " with a limit; there are "
                                + inForce.setup().limits().keySet());
            }
            limits.clear(rule);
            scope.note(inForce.rules().subject(), Trace.outside(actor), new RuleEvent.LimitCleared(rule, why));
            ledger.wakeAll();
        });
    }
}
