package io.orderweave.examples.shop.config;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** What a connector gets that is made only to look at its settings: no tokens. */
record Trial(ConnectionId connection) implements ConnectorContext {

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public TokenVault tokens() {
        return new NoTokens();
    }

    /** Has none, and is never asked to get any: a connector calls nobody while it is made. */
    private static final class NoTokens implements TokenVault {

        @Override
        public Optional<Tokens> current() {
            return Optional.empty();
        }

        @Override
        public void store(Tokens tokens) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tokens refresh(Tokens stale, Function<Tokens, Tokens> refresher) {
            throw new UnsupportedOperationException();
        }
    }
}
