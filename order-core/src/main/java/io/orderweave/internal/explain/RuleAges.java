package io.orderweave.internal.explain;

import io.orderweave.event.Event;
import io.orderweave.internal.book.VersionedPart;
import io.orderweave.internal.journal.ConfigurationChanged;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.journal.JournalEntry;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells since when a rule has been in force as it is, from the journal of the rule sets. */
final class RuleAges {

    private static final int MOST_ENTRIES = 10_000;

    private final VersionedPart<RuleSet> rules;
    private final JournalReader journal;

    RuleAges(VersionedPart<RuleSet> rules, JournalReader journal) {
        this.rules = rules;
        this.journal = journal;
    }

    /** The beginning of time where nothing tells. */
    Instant since(Rule rule) {
        return since(List.of(rule)).getOrDefault(rule, Instant.MIN);
    }

    /** Of those that are in force as they are. */
    Map<Rule, Instant> since(Collection<Rule> asked) {
        List<JournalEntry> applied = journal.history(rules.subject(), 1, MOST_ENTRIES);
        Map<Rule, Instant> since = new HashMap<>();
        Set<Rule> unchanged = new HashSet<>(asked);
        for (int i = applied.size() - 1; i >= 0 && !unchanged.isEmpty(); i--) {
            Instant at = applied.get(i).at();
            applied.get(i).event().flatMap(this::version).ifPresent(version -> {
                unchanged.retainAll(rules.version(version).map(RuleSet::rules).orElse(List.of()));
                unchanged.forEach(rule -> since.put(rule, at));
            });
        }
        return since;
    }

    private Optional<Integer> version(Event event) {
        if (event instanceof RuleEvent.RulesApplied applied) {
            return Optional.of(applied.version());
        }
        return event instanceof ConfigurationChanged changed && changed.part().equals(rules.name())
                ? Optional.of(Integer.valueOf(changed.version()))
                : Optional.empty();
    }
}
