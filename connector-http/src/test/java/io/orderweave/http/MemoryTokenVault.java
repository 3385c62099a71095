package io.orderweave.http;

import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A vault of one node. */
final class MemoryTokenVault implements TokenVault {

    final List<Tokens> history = new ArrayList<>();
    private @Nullable Tokens stored;

    @Override
    public synchronized Optional<Tokens> current() {
        return Optional.ofNullable(stored);
    }

    @Override
    public synchronized void store(Tokens tokens) {
        stored = tokens;
        history.add(tokens);
    }

    @Override
    public synchronized Tokens refresh(Tokens stale, Function<Tokens, Tokens> refresher) {
        if (stored == null || stored.equals(stale)) {
            store(refresher.apply(stale));
        }
        return current().orElseThrow();
    }
}
