package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.SecretKeys;
import io.orderweave.connector.TokenVault;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConnectionHealth;

/** The token vaults of one hub. */
public final class Vaults {

    private final Book book;
    private final ConnectionHealth health;
    private final String node;
    private final StoredTokens tokens;

    public Vaults(Book book, ConnectionHealth health, String node, SecretKeys keys) {
        this.book = book;
        this.health = health;
        this.node = node;
        this.tokens = new StoredTokens(book, keys);
    }

    public TokenVault of(ConnectionId connection) {
        return new StoredTokenVault(book, tokens, health, connection, node);
    }

    /** Writes every token that lies in clear text or under an older key anew; returns how many. */
    public int reencrypt() {
        return tokens.reencrypt();
    }
}
