package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.mapping.MappingSet;
import io.orderweave.rule.RuleSet;

/**
 * The configuration that all nodes go by: of each part that the shop versions, the newest version stored, whatever version a node was
 * started with. A version never changes, so what was read once is kept. Thread-safe.
 */
public final class SetupInForce {

    private final Setup base;
    private final InForceMarks marks;
    private final VersionedPart<RuleSet> rules;
    private final VersionedPart<MappingSet> mappings;
    private volatile Known known;

    SetupInForce(Book book, Setup setup) {
        this.base = setup;
        this.marks = new InForceMarks(book);
        this.rules = new VersionedPart<>(book, marks, "rules", "rule set", RuleSet.class, RuleSet::version);
        this.mappings = new VersionedPart<>(book, marks, "mappings", "mappings", MappingSet.class, MappingSet::version);
        this.known = new Known(InForceMarks.NONE, setup);
    }

    /** What was read, and by which marks. */
    private record Known(JsonNode marks, Setup setup) {}

    /** The configuration in force: one small read for all its parts, in the open transaction where there is one. */
    public Setup setup() {
        JsonNode now = marks.read();
        Known before = known;
        if (before.marks().equals(now)) {
            return before.setup();
        }
        Setup setup = base.with(rules.inForce(now).orElseGet(base::rules))
                .with(mappings.inForce(now).orElseGet(base::mappings));
        known = new Known(now, setup);
        return setup;
    }

    public VersionedPart<RuleSet> rules() {
        return rules;
    }

    public VersionedPart<MappingSet> mappings() {
        return mappings;
    }
}
