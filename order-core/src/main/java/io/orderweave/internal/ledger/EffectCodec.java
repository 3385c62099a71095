package io.orderweave.internal.ledger;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.json.Upcasts;
import io.orderweave.store.StoredEffect;

/** Effects as they lie in the store. */
final class EffectCodec {

    /** How effects of older shapes are read. */
    private static final Upcasts UPCASTS = Upcasts.NONE;

    static final int SCHEMA = UPCASTS.schema();

    private EffectCodec() {}

    static StoredEffect store(Effect effect, long version) {
        return new StoredEffect(
                effect.key().toString(),
                effect.key().subject().toString(),
                effect.key().kind().value(),
                effect.connection().map(ConnectionId::value),
                effect.state().name(),
                effect.due(),
                effect.createdAt(),
                version,
                SCHEMA,
                Json.bytes(effect));
    }

    /** Whether this version of the library can read the effect. */
    static boolean isReadable(StoredEffect stored) {
        return stored.schema() <= SCHEMA;
    }

    static LedgerEntry read(StoredEffect stored) {
        if (!isReadable(stored)) {
            throw new OrderweaveException(
                    FaultCategory.NEWER_SCHEMA,
                    "effect " + stored.key() + " was written by a newer version of the library (schema "
                            + stored.schema() + ", this one knows " + SCHEMA + "); update this node");
        }
        return new LedgerEntry(UPCASTS.read(stored.json(), stored.schema(), Effect.class), stored.version());
    }
}
