package io.orderweave.connectors.allegro;

import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A vault of one node, as the engine's: an empty one counts as stale. */
final class MemoryTokenVault implements TokenVault {

    private @Nullable Tokens stored;

    @Override
    public synchronized Optional<Tokens> current() {
        return Optional.ofNullable(stored);
    }

    @Override
    public synchronized void store(Tokens tokens) {
        stored = tokens;
    }

    @Override
    public synchronized Tokens refresh(Tokens stale, Function<Tokens, Tokens> refresher) {
        if (stored == null || stored.equals(stale)) {
            store(refresher.apply(stale));
        }
        return current().orElseThrow();
    }
}
