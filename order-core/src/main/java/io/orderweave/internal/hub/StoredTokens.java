package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.SecretKeys;
import io.orderweave.connector.Tokens;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.SealedSecret;
import io.orderweave.internal.book.TokenRecord;
import io.orderweave.internal.book.Versioned;
import io.orderweave.internal.json.Json;
import io.orderweave.store.RecordQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Every connection's tokens in the store, sealed when the host gave a key. Clear text written before is read as it is. */
final class StoredTokens {

    private final Book book;
    private final SecretBox box;

    StoredTokens(Book book, SecretKeys keys) {
        this.book = book;
        this.box = new SecretBox(keys);
    }

    Optional<Tokens> find(ConnectionId connection) {
        return book.tokens().find(connection.value()).map(this::tokens);
    }

    /** Replaces what is there, which need not be readable any more. */
    void put(ConnectionId connection, Tokens tokens) {
        book.stores().transactor().inTransaction(() -> {
            book.tokens().put(record(connection.value(), tokens));
            return tokens;
        });
    }

    /** Writes all that lies in clear text or under an older key anew, each by itself; of removed connections too. Returns how many. */
    int reencrypt() {
        int rewritten = 0;
        Optional<RecordQuery.Position> after = Optional.empty();
        do {
            RecordQuery all = book.tokens().query();
            var page = book.tokens().page(after.map(all::after).orElse(all));
            rewritten += reencrypt(page.values());
            after = page.next();
        } while (after.isPresent());
        return rewritten;
    }

    private int reencrypt(List<TokenRecord> records) {
        int rewritten = 0;
        for (TokenRecord record : records) {
            rewritten += reencryptAlone(record.id()) ? 1 : 0;
        }
        return rewritten;
    }

    private boolean reencryptAlone(String id) {
        while (true) {
            try {
                return book.stores().transactor().inTransaction(() -> reencrypt(id));
            } catch (StaleVersionException refreshed) {
                if (book.stores().transactor().active()) {
                    throw refreshed;
                }
                // A node stored fresh tokens meanwhile: seen when it is looked at again.
            }
        }
    }

    private boolean reencrypt(String id) {
        Optional<Versioned<TokenRecord>> stored = book.tokens()
                .findVersioned(id)
                .filter(it -> !box.isCurrent(it.value().sealed()));
        stored.ifPresent(it -> book.tokens().update(record(id, tokens(it.value())), it.version()));
        return stored.isPresent();
    }

    private TokenRecord record(String id, Tokens tokens) {
        Pair pair = new Pair(tokens.accessToken(), tokens.refreshToken());
        return box.seal(purpose(id), new String(Json.bytes(pair), StandardCharsets.UTF_8))
                .map(secret -> TokenRecord.sealed(id, secret, tokens.expiresAt()))
                .orElseGet(
                        () -> TokenRecord.clear(id, tokens.accessToken(), tokens.refreshToken(), tokens.expiresAt()));
    }

    private Tokens tokens(TokenRecord record) {
        if (record.sealed().isEmpty()) {
            return new Tokens(record.accessToken().orElseThrow(), record.refreshToken(), record.expiresAt());
        }
        SealedSecret sealed = record.sealed().get();
        Pair pair = Json.read(box.open(purpose(record.id()), sealed).getBytes(StandardCharsets.UTF_8), Pair.class);
        return new Tokens(pair.accessToken(), pair.refreshToken(), record.expiresAt());
    }

    private static String purpose(String connection) {
        return "the token of connection " + connection;
    }

    /** What is sealed: both together, so that one cannot be put in the other's place. */
    private record Pair(String accessToken, Optional<String> refreshToken) {

        @Override
        public String toString() {
            return "Pair[]";
        }
    }
}
