package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.internal.json.Json;
import io.orderweave.rule.RuleSet;
import java.util.Optional;

/**
 * The rules that all nodes go by: the newest version stored, whatever version a node was started with. A version never changes, so what
 * was read once is kept. Thread-safe.
 */
public final class RulesInForce {

    private static final String NEWEST = "rules-in-force";
    private static final String PART = "rules";

    private final Book book;
    private final Setup base;
    private volatile Known known;

    RulesInForce(Book book, Setup setup) {
        this.book = book;
        this.base = setup;
        this.known = new Known(Optional.empty(), setup);
    }

    /**
     * What was read.
     *
     * @param mark of the act that put it in force: a version that was rolled back may be put in force again with other rules
     */
    private record Known(Optional<JsonNode> mark, Setup setup) {}

    /** The configuration with the rules in force: one small read, in the open transaction where there is one. */
    public Setup setup() {
        Optional<JsonNode> mark = mark();
        Known before = known;
        if (before.mark().equals(mark)) {
            return before.setup();
        }
        Setup setup = mark.map(newest -> base.with(version(versionOf(newest)).orElseThrow()))
                .orElse(base);
        known = new Known(mark, setup);
        return setup;
    }

    /** A version that is or was in force. */
    public Optional<RuleSet> version(int version) {
        return book.configuration().find(id(version)).map(record -> Json.read(record.content(), RuleSet.class));
    }

    /** The newest version stored; empty before the first. */
    public Optional<Integer> newest() {
        return mark().map(RulesInForce::versionOf);
    }

    /** Puts a new version in force, in the open transaction. */
    public void put(RuleSet rules) {
        book.configuration().insertAbsent(new ConfigurationRecord(id(rules.version()), PART, Json.tree(rules)));
        book.configuration()
                .put(new ConfigurationRecord(
                        NEWEST,
                        NEWEST,
                        Json.object().put("version", rules.version()).put("act", book.newId())));
    }

    private Optional<JsonNode> mark() {
        return book.configuration().find(NEWEST).map(ConfigurationRecord::content);
    }

    private static int versionOf(JsonNode mark) {
        return mark.get("version").asInt();
    }

    private static String id(int version) {
        return PART + "/" + version;
    }
}
