package io.orderweave.internal.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConfigurationRecord;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.book.Repository;
import io.orderweave.internal.book.RulesInForce;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.journal.ConfigurationChanged;
import io.orderweave.internal.json.Json;
import io.orderweave.rule.RuleSet;
import java.util.Optional;

/** Enters a configuration that differs from the stored one in the journal, so that every decision can be read with what held then. */
final class ConfigurationJournal {

    private static final Actor BUILDER = Actor.host("configuration");

    private ConfigurationJournal() {}

    static void apply(Changes changes) {
        Setup setup = changes.setup();
        changes.run(scope -> {
            applyRules(scope, changes.rules(), setup.rules());
            applyPart(scope, "statuses", Json.tree(setup.statuses()));
            applyPart(scope, "status-maps", Json.tree(setup.statusMaps()));
            applyPart(scope, "dictionaries", Json.tree(setup.dictionaries()));
            applyPart(scope, "courier-status-maps", Json.tree(setup.courierStatusMaps()));
            applyPart(scope, "templates", Json.tree(setup.templates()));
            applyPart(scope, "sellers", Json.tree(setup.sellers()));
        });
    }

    /**
     * A rule set is versioned by the shop: a newer one is kept beside the older, a version never changes. A node that was started with an
     * older one than is in force does not go back.
     */
    private static void applyRules(ChangeScope scope, RulesInForce inForce, RuleSet rules) {
        Optional<RuleSet> stored = inForce.version(rules.version());
        if (stored.isPresent()) {
            if (!Json.tree(stored.get()).equals(Json.tree(rules))) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        "rule set version " + rules.version()
                                + " differs from the one stored under this version; raise its version");
            }
        } else if (inForce.newest().orElse(-1) < rules.version()) {
            inForce.put(rules);
            enter(scope, "rules", String.valueOf(rules.version()));
        }
    }

    private static void applyPart(ChangeScope scope, String part, JsonNode content) {
        Repository<ConfigurationRecord> configuration = scope.book().configuration();
        String digest = Digest.sha256(Json.bytes(content));
        boolean same = configuration
                .find(part)
                .map(stored -> Digest.sha256(Json.bytes(stored.content())).equals(digest))
                .orElse(false);
        if (!same) {
            configuration.put(new ConfigurationRecord(part, part, content));
            enter(scope, part, digest.substring(0, 12));
        }
    }

    private static void enter(ChangeScope scope, String part, String version) {
        scope.note(Subject.configuration(part), Trace.outside(BUILDER), new ConfigurationChanged(part, version));
    }
}
