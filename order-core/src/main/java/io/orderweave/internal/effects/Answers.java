package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteLookup;
import io.orderweave.internal.json.Json;
import java.util.Optional;

/** Connectors' answers as the ledger takes them. */
final class Answers {

    private Answers() {}

    static RemoteAnswer of(WriteAnswer answer) {
        if (answer instanceof WriteAnswer.Applied applied) {
            return done(applied.reference());
        }
        if (answer instanceof WriteAnswer.AlreadyApplied already) {
            return done(already.reference());
        }
        if (answer instanceof WriteAnswer.Rejected rejected) {
            return new RemoteAnswer.Rejected(rejected.reason());
        }
        WriteAnswer.Accepted accepted = (WriteAnswer.Accepted) answer;
        return new RemoteAnswer.Accepted(accepted.handle(), accepted.lookAgainAfter(), accepted.giveUpAfter());
    }

    static RemoteLookup of(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            return new RemoteLookup.Found(Json.object(), found.reference());
        }
        if (lookup instanceof Lookup.Underway underway) {
            return new RemoteLookup.Underway(underway.handle());
        }
        return new RemoteLookup.Absent();
    }

    /** The answer of a write of which only that it happened matters. */
    static Optional<JsonNode> happened() {
        return Optional.of(Json.object());
    }

    private static RemoteAnswer done(Optional<String> reference) {
        return new RemoteAnswer.Done(Json.object(), reference);
    }
}
