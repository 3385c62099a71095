package io.orderweave.benchmarks;

import io.orderweave.jdbc.JdbcStores;
import java.sql.Connection;
import java.sql.SQLException;

/** One order book: the stores for the engine, and connections with the same settings for plain JDBC. */
interface BenchBook extends AutoCloseable {

    JdbcStores stores();

    /** What the names of its tables begin with. */
    String prefix();

    /** A connection set up as the stores set up theirs; auto-commit is on. The caller closes it. */
    Connection connect() throws SQLException;

    /** The statement with which the stores begin a transaction. */
    String begin();

    /** The end of a SELECT that locks its rows and passes over those another transaction has locked. */
    String lockRows();

    /** Brings the statistics by which the database plans up to date, as its own housekeeping does in a running shop. */
    void analyze() throws SQLException;

    /** Closes the stores and drops the tables, unless the book is one that is kept. */
    @Override
    void close() throws SQLException;
}
