package io.orderweave.internal.book;

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
    private volatile Setup known;

    RulesInForce(Book book, Setup setup) {
        this.book = book;
        this.known = setup;
    }

    /** The configuration with the rules in force: one small read, in the open transaction where there is one. */
    public Setup setup() {
        int newest = newest().orElse(known.rules().version());
        Setup setup = known;
        if (setup.rules().version() != newest) {
            setup = setup.with(version(newest).orElseThrow());
            known = setup;
        }
        return setup;
    }

    /** A version that is or was in force. */
    public Optional<RuleSet> version(int version) {
        return book.configuration().find(id(version)).map(record -> Json.read(record.content(), RuleSet.class));
    }

    /** The newest version stored; empty before the first. */
    public Optional<Integer> newest() {
        return book.configuration()
                .find(NEWEST)
                .map(record -> record.content().get("version").asInt());
    }

    /** Puts a new version in force, in the open transaction. */
    public void put(RuleSet rules) {
        book.configuration().insertAbsent(new ConfigurationRecord(id(rules.version()), PART, Json.tree(rules)));
        book.configuration()
                .put(new ConfigurationRecord(NEWEST, NEWEST, Json.object().put("version", rules.version())));
    }

    private static String id(int version) {
        return PART + "/" + version;
    }
}
