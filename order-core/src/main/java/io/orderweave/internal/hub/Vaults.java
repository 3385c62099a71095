package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.TokenVault;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConnectionHealth;

/** Makes token vaults. */
public final class Vaults {

    private Vaults() {}

    public static TokenVault of(Book book, ConnectionHealth health, ConnectionId connection, String node) {
        return new StoredTokenVault(book, health, connection, node);
    }
}
