package io.orderweave.rule;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Dictionary;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.LintFinding.Kind;
import io.orderweave.rule.LintFinding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what is doubtful about a rule set that can be used: rules that never fire, get in each other's way, go round in circles. Hosts
 * call it where their people edit rules. Pure and thread-safe; it says nothing of what it is not sure of.
 *
 * @param statuses the statuses that rules set
 * @param mappings what is told to channels, and what their terms are translated to
 * @param connections that orders can come by; empty when it is not known
 */
public record RuleLint(StatusCatalogue statuses, MappingSet mappings, Set<ConnectionId> connections) {

    /** How long a rule may be silent. */
    public static final Duration LONG = Duration.ofDays(90);

    /** Orders, the last placed, by which a hub tells whether a rule fires on everything. */
    public static final int SAMPLE = 500;

    /** Fewer events tell nothing. */
    private static final long MANY = 100;

    /** Events that happen to no order. */
    private static final Set<String> OF_NO_ORDER = Set.of(
            "configuration.changed",
            "effects.paused",
            "effects.resumed",
            "mappings.applied",
            "orders.archived",
            "payment.transaction-received",
            "payment.transaction-matched",
            "payment.transaction-assigned",
            "payment.transaction-unmatched",
            "recovery.begun",
            "recovery.documents-complete",
            "recovery.finished",
            "rules.applied",
            "rule.limit-cleared");

    private static final Set<Phase> TOLD = Set.of(Phase.SHIPPED, Phase.CANCELLED);

    public RuleLint {
        connections = Set.copyOf(connections);
    }

    /** Where the connections are not known. */
    public RuleLint(StatusCatalogue statuses, MappingSet mappings) {
        this(statuses, mappings, Set.of());
    }

    /**
     * What a rule has done.
     *
     * @param since from when on it has been counted
     * @param events that triggered it
     * @param fired how often it fired
     * @param last when it fired last
     */
    public record Firing(Instant since, long events, long fired, Optional<Instant> last) {}

    /** What the set itself tells, in its order. */
    public List<LintFinding> findings(RuleSet set, LocalDate today) {
        List<LintFinding> findings = new ArrayList<>();
        List<Rule> active =
                set.rules().stream().filter(rule -> isActive(rule, today)).toList();
        for (Rule rule : set.rules()) {
            if (!rule.enabled()) {
                findings.add(LintFinding.of(Kind.OFF, Severity.HINT, List.of(rule.id()), "rule", rule.id()));
            } else if (!isActive(rule, today)) {
                findings.add(LintFinding.of(
                        Kind.PAST,
                        Severity.WARNING,
                        List.of(rule.id()),
                        "rule",
                        rule.id(),
                        "day",
                        rule.lastDay().orElseThrow()));
            } else {
                alone(rule, active, findings);
            }
        }
        for (int i = 0; i < active.size(); i++) {
            for (int j = i + 1; j < active.size(); j++) {
                new RulePair(active.get(i), active.get(j), statuses).finding().ifPresent(findings::add);
            }
        }
        RuleCircles.of(active, new Echoes(statuses, mappings))
                .forEach(circle -> findings.add(LintFinding.of(Kind.LOOP, Severity.WARNING, circle, "rules", circle)));
        return findings;
    }

    /** What the rules' past tells. */
    public List<LintFinding> findings(RuleSet set, Map<RuleId, Firing> past, Instant now) {
        List<LintFinding> findings = new ArrayList<>();
        for (Rule rule : set.rules()) {
            Firing firing = past.get(rule.id());
            if (firing != null && rule.enabled()) {
                ofPast(rule, firing, now).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /**
     * The rules that ask for a field from beside the order which nobody supplies: their comparisons of it are never true.
     *
     * @param fields that rules may name
     * @param missing the fields of compiled rules that nobody supplies
     */
    public static List<LintFinding> findings(
            RuleSet set, FieldCatalogue fields, Function<CompiledRules, List<String>> missing) {
        List<LintFinding> findings = new ArrayList<>();
        for (Rule rule : set.rules()) {
            for (String field : missing.apply(CompiledRules.of(new RuleSet(set.version(), List.of(rule)), fields))) {
                findings.add(LintFinding.of(
                        Kind.UNSUPPLIED_FACT,
                        Severity.WARNING,
                        List.of(rule.id()),
                        "rule",
                        rule.id(),
                        "field",
                        field));
            }
        }
        return findings;
    }

    private static Optional<LintFinding> ofPast(Rule rule, Firing firing, Instant now) {
        Duration silent = Duration.between(firing.last().orElse(firing.since()), now);
        if (silent.compareTo(LONG) >= 0) {
            return Optional.of(LintFinding.of(
                    Kind.SILENT, Severity.HINT, List.of(rule.id()), "rule", rule.id(), "days", silent.toDays()));
        }
        boolean always = firing.events() >= MANY
                && firing.fired() == firing.events()
                && !rule.condition().equals(Condition.always());
        return always
                ? Optional.of(LintFinding.of(
                        Kind.ALWAYS, Severity.HINT, List.of(rule.id()), "rule", rule.id(), "count", firing.events()))
                : Optional.empty();
    }

    private static boolean isActive(Rule rule, LocalDate today) {
        return rule.enabled() && rule.lastDay().filter(today::isAfter).isEmpty();
    }

    private void alone(Rule rule, List<Rule> active, List<LintFinding> findings) {
        dead(rule, active).ifPresent(findings::add);
        neverTrue(rule).ifPresent(findings::add);
        findings.addAll(unmappedTerms(rule));
        for (Action action : rule.actions()) {
            if (action instanceof Action.StartTimer timer
                    && active.stream().noneMatch(it -> awaits(it, timer.timer()))) {
                findings.add(LintFinding.of(
                        Kind.TIMER, Severity.WARNING, List.of(rule.id()), "rule", rule.id(), "timer", timer.timer()));
            } else if (action instanceof Action.SetStatus set) {
                findings.addAll(unmappedStatus(rule, set.status()));
            }
        }
    }

    private static Optional<LintFinding> dead(Rule rule, List<Rule> active) {
        Trigger trigger = rule.trigger();
        boolean never = OF_NO_ORDER.containsAll(trigger.events())
                || (trigger.events().equals(Set.of("timer.elapsed"))
                        && active.stream().noneMatch(other -> startsFor(other, rule)))
                || (trigger.events().equals(Set.of("notice.sent"))
                        && active.stream()
                                .noneMatch(
                                        other -> other.actions().stream().anyMatch(Action.Notify.class::isInstance)));
        return never
                ? Optional.of(LintFinding.of(
                        Kind.DEAD, Severity.ERROR, List.of(rule.id()), "rule", rule.id(), "event", trigger))
                : Optional.empty();
    }

    private static boolean startsFor(Rule starter, Rule listener) {
        return starter.actions().stream()
                .anyMatch(action -> action instanceof Action.StartTimer timer && awaits(listener, timer.timer()));
    }

    static boolean awaits(Rule rule, String timer) {
        if (rule.trigger() instanceof Trigger.TimerElapsed elapsed) {
            return elapsed.timer().equals(timer);
        }
        return rule.trigger().events().contains("timer.elapsed")
                && Demands.of(rule.condition())
                        .oneOf("event.timer")
                        .filter(timers -> !timers.contains(timer))
                        .isEmpty();
    }

    private Optional<LintFinding> neverTrue(Rule rule) {
        return Demands.of(rule.condition(), implied(rule.trigger()))
                .contradiction()
                .or(() -> unknownStatus(rule))
                .or(() -> unknownConnection(rule))
                .map(comparison -> LintFinding.of(
                        Kind.NEVER_TRUE,
                        Severity.ERROR,
                        List.of(rule.id()),
                        "rule",
                        rule.id(),
                        "field",
                        comparison.field(),
                        "wanted",
                        comparison.wanted()));
    }

    /** What is so whenever the trigger happens. */
    static Condition implied(Trigger trigger) {
        if (trigger instanceof Trigger.StatusEntered entered) {
            return Field.STATUS.isOneOf(entered.status().value());
        }
        if (trigger instanceof Trigger.StatusLeft left) {
            return Field.STATUS_FROM.isOneOf(left.status().value());
        }
        return trigger instanceof Trigger.PaymentReceived received
                ? Field.PAYMENT_STATE.isOneOf(received.state())
                : Condition.always();
    }

    /** Asks for statuses none of which there is. */
    private Optional<Comparison> unknownStatus(Rule rule) {
        return Demands.of(rule.condition()).required().stream()
                .filter(comparison ->
                        Set.of("status", "event.status-to", "event.status-from").contains(comparison.field()))
                .filter(comparison -> comparison instanceof TextComparison.OneOf oneOf
                        && oneOf.values().stream()
                                .noneMatch(value ->
                                        statuses.find(new StatusId(value)).isPresent()))
                .findFirst();
    }

    /** Asks for connections none of which there is. */
    private Optional<Comparison> unknownConnection(Rule rule) {
        return connections.isEmpty()
                ? Optional.empty()
                : Demands.of(rule.condition()).required().stream()
                        .filter(comparison -> comparison.field().equals(Field.CONNECTION.name()))
                        .filter(comparison -> comparison instanceof TextComparison.OneOf oneOf
                                && oneOf.values().stream()
                                        .noneMatch(value -> connections.stream()
                                                .anyMatch(known -> known.value().equalsIgnoreCase(value))))
                        .findFirst();
    }

    /** A status that should be told, where others of the map are and none of its phase is. */
    private List<LintFinding> unmappedStatus(Rule rule, StatusId status) {
        Optional<Phase> phase = statuses.find(status).flatMap(known -> known.phase());
        if (phase.filter(TOLD::contains).isEmpty()) {
            return List.of();
        }
        return mappings.statusMaps().entrySet().stream()
                .filter(map -> !map.getValue().outbound().isEmpty())
                .filter(map -> map.getValue().outbound().keySet().stream()
                        .noneMatch(told -> statuses.find(told)
                                .flatMap(known -> known.phase())
                                .equals(phase)))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ConnectionId::value)))
                .map(map -> LintFinding.of(
                        Kind.UNMAPPED_STATUS,
                        Severity.WARNING,
                        List.of(rule.id()),
                        "rule",
                        rule.id(),
                        "status",
                        status,
                        "connection",
                        map.getKey()))
                .toList();
    }

    private List<LintFinding> unmappedTerms(Rule rule) {
        Set<String> payments = mappings.dictionaries().values().stream()
                .map(Dictionary::paymentMethods)
                .map(Map::values)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Set<String> deliveries = mappings.dictionaries().values().stream()
                .map(Dictionary::deliveryMethods)
                .map(Map::values)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        List<LintFinding> findings = new ArrayList<>();
        findings.addAll(unmapped(rule, "payment.method", payments));
        findings.addAll(unmapped(rule, "delivery.method", deliveries));
        return findings;
    }

    private static List<LintFinding> unmapped(Rule rule, String field, Set<String> known) {
        Set<String> wanted = Demands.of(rule.condition()).oneOf(field).orElse(Set.of());
        return known.isEmpty()
                ? List.of()
                : wanted.stream()
                        .filter(value -> !known.contains(value))
                        .sorted()
                        .map(value -> LintFinding.of(
                                Kind.UNMAPPED_TERM,
                                Severity.WARNING,
                                List.of(rule.id()),
                                "rule",
                                rule.id(),
                                "field",
                                field,
                                "value",
                                Objects.requireNonNull(value)))
                        .toList();
    }
}
