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
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.SetupInForce;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.VersionedPart;
import io.orderweave.internal.journal.ConfigurationChanged;
import io.orderweave.internal.json.Json;
import java.util.List;

/**
 * Enters a configuration that differs from the stored one in the journal, so that every decision can be read with what held then. A hub
 * that follows what is stored enters nothing: others act, by theirs.
 */
final class ConfigurationJournal {

    private static final Actor BUILDER = Actor.host("configuration");

    private ConfigurationJournal() {}

    /**
     * @throws OrderweaveException (INVALID_CONFIGURATION) when the mappings in force, which need not be those this node was started with, name
     *     statuses that it does not have: then nothing is entered
     */
    static void apply(Changes changes, ConfigurationCheck check) {
        Setup setup = changes.setup();
        SetupInForce inForce = changes.inForce();
        changes.run(scope -> {
            if (!setup.followsStored()) {
                enterChanges(scope, inForce, setup);
            }
            requireSound(inForce.setup(), check);
        });
    }

    private static void enterChanges(ChangeScope scope, SetupInForce inForce, Setup setup) {
        applyVersioned(scope, inForce.rules(), setup.rules());
        applyVersioned(scope, inForce.mappings(), setup.mappings());
        applyPart(scope, "statuses", Json.tree(setup.statuses()));
        applyPart(scope, "templates", Json.tree(setup.templates()));
        applyPart(scope, "sellers", Json.tree(setup.sellers()));
    }

    /** Of the mappings, which every intake goes by; rows of connections that this node does not have do nothing. */
    private static void requireSound(Setup inForce, ConfigurationCheck check) {
        List<String> problems = check.rowsBeyondStatuses(inForce.mappings(), inForce);
        if (!problems.isEmpty()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "mappings version " + inForce.mappings().version()
                            + " are in force and do not fit the statuses given; give newer mappings with them:\n"
                            + String.join("\n", problems));
        }
    }

    private static <T> void applyVersioned(ChangeScope scope, VersionedPart<T> part, T offered) {
        if (part.offer(offered)) {
            enter(scope, part.name(), String.valueOf(part.versionOf(offered)));
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
