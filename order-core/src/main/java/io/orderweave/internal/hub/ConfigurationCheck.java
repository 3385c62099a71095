package io.orderweave.internal.hub;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.journal.EventTypes;
import io.orderweave.mapping.MappingSet;
import io.orderweave.mapping.MappingVerifier;
import io.orderweave.rule.Abilities;
import io.orderweave.rule.Action;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleVerifier;
import io.orderweave.written.WrittenFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies a whole configuration before anything runs on it: every fault at once, each with a precise sentence.
 *
 * @param channels the connections that lead to sales channels
 * @param couriers those that lead to couriers
 * @param paymentSources those that bring bank transactions
 */
public record ConfigurationCheck(
        Set<ConnectionId> channels, Set<ConnectionId> couriers, Set<ConnectionId> paymentSources) {

    /** Everything wrong with it, each as one sentence. */
    public List<String> problems(Setup setup) {
        List<String> problems = new ArrayList<>(setup.statuses().problems());
        if (!paymentSources.isEmpty()) {
            setup.sellers().values().forEach(seller -> problems.addAll(ambiguousSymbols(seller)));
        }
        problemsOf(setup.mappings(), setup).forEach(problem -> problems.add("mappings: " + problem));
        for (ConnectionId channel : channels) {
            Connection connection = setup.connection(channel);
            if (connection.seller().isEmpty()) {
                problems.add("connection " + channel + " sells and names no seller");
            }
        }
        for (Connection connection : setup.connections().values()) {
            connection
                    .seller()
                    .filter(seller -> !setup.sellers().containsKey(seller))
                    .ifPresent(seller -> problems.add("connection " + connection.id() + " names seller " + seller
                            + "; there are " + setup.sellers().keySet()));
        }
        setup.templates().values().forEach(template -> problems.addAll(template.problems()));
        problems.addAll(problemsOf(setup.rules(), setup));
        return problems;
    }

    /** Everything wrong with rules in that configuration. */
    public List<String> problemsOf(RuleSet rules, Setup setup) {
        List<String> problems = new ArrayList<>(new RuleVerifier(abilities(setup)).problems(rules));
        problems.addAll(missingSeries(rules, setup));
        return problems;
    }

    /** Everything wrong with mappings in that configuration. */
    public List<String> problemsOf(MappingSet mappings, Setup setup) {
        return new MappingVerifier(setup.statuses(), channels, couriers)
                .problems(mappings).stream().map(WrittenFault::toString).toList();
    }

    /** The rows of mappings that no order can follow in that configuration. */
    public List<String> rowsBeyondStatuses(MappingSet mappings, Setup setup) {
        return new MappingVerifier(setup.statuses(), channels, couriers)
                .statusProblems(mappings).stream().map(WrittenFault::toString).toList();
    }

    private Abilities abilities(Setup setup) {
        Map<String, Boolean> actions = new HashMap<>();
        setup.hostActions().forEach((name, registered) -> actions.put(name, registered.irreversible()));
        return Abilities.builder()
                .statuses(setup.statuses())
                .fields(setup.ruleFields())
                .couriers(couriers)
                .events(EventTypes.names())
                .templates(setup.templates().keySet())
                .notifiers(setup.notifiers())
                .hostActions(actions)
                .build();
    }

    /** A kind that rules issue and no seller numbers; what one seller alone lacks, the effect says. */
    private static List<String> missingSeries(RuleSet rules, Setup setup) {
        List<String> problems = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            rule.actions().stream()
                    .flatMap(action -> issued(action).stream())
                    .distinct()
                    .filter(kind -> setup.sellers().values().stream()
                            .allMatch(seller -> seller.seriesFor(kind).isEmpty()))
                    .forEach(kind -> problems.add("rule " + rule.id() + ": it issues " + kind
                            + " documents, for which no seller has a number series"));
        }
        return problems;
    }

    private static Optional<DocumentKind> issued(Action action) {
        if (action instanceof Action.CreditDocuments) {
            return Optional.of(DocumentKind.CREDIT_NOTE);
        }
        return action instanceof Action.IssueDocument issue ? Optional.of(issue.kind()) : Optional.empty();
    }

    /** Payers write a document's digits: series that differ in letters alone would make every payment ambiguous. */
    private static List<String> ambiguousSymbols(Seller seller) {
        List<String> problems = new ArrayList<>();
        Map<String, NumberSeries> byDigits = new HashMap<>();
        for (NumberSeries series : seller.series()) {
            NumberSeries other = byDigits.putIfAbsent(digits(series.mask()), series);
            if (other != null) {
                problems.add("series " + other.id() + " (" + other.mask() + ") and " + series.id() + " ("
                        + series.mask() + ") of seller " + seller.id()
                        + " give the same variable symbols, and a payment could mean either; let their digits differ");
            }
        }
        return problems;
    }

    private static String digits(String mask) {
        // Variables become marks that no mask's own text can hold; then all text but digits goes.
        return mask.replaceAll("\\{N+}", "\u0001")
                .replace("{YYYY}", "\u0002")
                .replace("{YY}", "\u0003")
                .replace("{MM}", "\u0004")
                .replaceAll("[^0-9\u0001-\u0004]", "");
    }
}
