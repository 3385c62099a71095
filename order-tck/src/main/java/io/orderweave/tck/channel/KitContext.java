package io.orderweave.tck.channel;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.tck.SettableClock;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the engine would give a connector. */
final class KitContext implements ConnectorContext {

    private final SettableClock clock;
    private final TokenVault vault = new Vault();

    KitContext(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public ConnectionId connection() {
        return new ConnectionId("kit");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public TokenVault tokens() {
        return vault;
    }

    /** Of one node. */
    private static final class Vault implements TokenVault {

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
            Tokens present = stored;
            if (present != null && !present.equals(stale)) {
                return present;
            }
            Tokens fresh = refresher.apply(stale);
            stored = fresh;
            return fresh;
        }
    }
}
