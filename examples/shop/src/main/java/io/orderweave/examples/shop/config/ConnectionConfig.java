package io.orderweave.examples.shop.config;

import io.orderweave.bankmail.BankMailbox;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusMap;
import java.nio.file.Path;

/** A connection as configured. */
public sealed interface ConnectionConfig {

    ConnectionId id();

    /** An account at a sales channel, with its tables. */
    record Channel(Connection connection, StatusMap statuses, Dictionary dictionary) implements ConnectionConfig {

        @Override
        public ConnectionId id() {
            return connection.id();
        }
    }

    /** An account at a courier. */
    record CourierAccount(Connection connection) implements ConnectionConfig {

        @Override
        public ConnectionId id() {
            return connection.id();
        }
    }

    /** A folder of a bank's notices. */
    record BankMails(ConnectionId id, Path folder, BankMailbox mailbox) implements ConnectionConfig {}
}
