package io.orderweave.jdbc;

import java.time.Instant;

/** The time by which leases are judged: the database's where several machines use it, else the injected one's. */
@FunctionalInterface
interface StoreClock {

    /** Asks the database, where it does, on the connection of the active transaction if there is one. */
    Instant now(JdbcTransactor transactor);
}
