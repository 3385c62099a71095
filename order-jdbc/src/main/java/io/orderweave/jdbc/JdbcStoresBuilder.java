package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Says where {@link JdbcStores} keep what they keep. Used by hosts; not thread-safe. */
public final class JdbcStoresBuilder {

    private Optional<Path> sqliteFile = Optional.empty();
    private Optional<ConnectionProvider> provider = Optional.empty();
    private String prefix = "orderweave_";
    private Duration lockTimeout = Duration.ofSeconds(10);
    private Clock clock = Clock.systemUTC();

    private Optional<SchemaName> schema = Optional.empty();
    private Supplier<Duration> clockOffset = () -> Duration.ZERO;

    JdbcStoresBuilder() {}

    /** A SQLite file; the stores open and keep the connections themselves. */
    public JdbcStoresBuilder sqliteFile(Path file) {
        sqliteFile = Optional.of(file);
        return this;
    }

    /** The host's database; transactions are the stores' own. */
    public JdbcStoresBuilder dataSource(DataSource dataSource) {
        return connections(ConnectionProvider.of(dataSource));
    }

    /** The host's database, and the host's transactions, which the stores join. */
    public JdbcStoresBuilder connections(ConnectionProvider connections) {
        provider = Optional.of(connections);
        return this;
    }

    /**
     * What the names of all tables and indexes begin with, {@code orderweave_} unless said otherwise. One prefix is one order
     * book; several may share a database.
     *
     * @param tablePrefix a lower-case letter, then up to 19 lower-case letters, digits or underscores
     */
    public JdbcStoresBuilder tablePrefix(String tablePrefix) {
        prefix = new TablePrefix(tablePrefix).value();
        return this;
    }

    /**
     * The schema of the tables on PostgreSQL, which must exist; that of the connection unless said otherwise.
     *
     * @param schemaName a lower-case letter or underscore, then up to 62 lower-case letters, digits or underscores
     */
    public JdbcStoresBuilder schema(String schemaName) {
        schema = Optional.of(new SchemaName(schemaName));
        return this;
    }

    /** How long a transaction waits for another writer before it fails as TRANSIENT; 10 seconds unless said otherwise. */
    public JdbcStoresBuilder lockTimeout(Duration timeout) {
        lockTimeout = timeout;
        return this;
    }

    /**
     * By which leases and due times are judged on SQLite, the system's unless said otherwise; PostgreSQL has a clock of its
     * own, the same for every node.
     */
    public JdbcStoresBuilder clock(Clock injected) {
        clock = injected;
        return this;
    }

    /**
     * For test kits only: what is added to PostgreSQL's clock, asked anew each time. In a shop it would make nodes disagree on
     * who holds a lease.
     */
    public JdbcStoresBuilder clockOffsetForKits(Supplier<Duration> offset) {
        clockOffset = offset;
        return this;
    }

    /**
     * Connects to the database to see that it is there and which one it is.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) when it cannot be opened or is of a kind the stores do not know;
     *     (TRANSIENT) when its server cannot be reached
     */
    public JdbcStores build() {
        if (sqliteFile.isPresent() == provider.isPresent()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "JDBC stores need either a SQLite file or the host's connections, and exactly one of them");
        }
        return sqliteFile.map(this::onFile).orElseGet(() -> onProvider(provider.orElseThrow()));
    }

    private JdbcStores onFile(Path file) {
        Dialect dialect = new SqliteDialect(lockTimeout);
        SqliteFile connections = new SqliteFile(file, dialect);
        boolean opened = false;
        try {
            requireDatabase(connections, dialect);
            opened = true;
        } finally {
            if (!opened) {
                connections.close();
            }
        }
        return stores(connections, dialect, DatabaseName.of(connections.url()));
    }

    /** SQLite looks into its file no earlier than the first statement. */
    private static void requireDatabase(SqliteFile file, Dialect dialect) {
        try {
            SqlConnection connection = file.borrow();
            try {
                dialect.prepareDatabase(connection);
            } finally {
                file.giveBack(connection);
            }
        } catch (SQLException fault) {
            throw dialect.translate(fault, DatabaseName.of(file.url()));
        }
    }

    private JdbcStores onProvider(ConnectionProvider connections) {
        try (Connection connection = connections.open()) {
            DatabaseMetaData about = connection.getMetaData();
            Dialect dialect = dialect(about.getDatabaseProductName());
            return stores(new ProvidedConnections(connections, dialect), dialect, DatabaseName.of(about.getURL()));
        } catch (SQLException fault) {
            throw new OrderweaveException(
                    SqlState.whenConnecting(fault), "no connection to the database could be opened", fault);
        }
    }

    private Dialect dialect(String product) {
        if (product.toLowerCase(Locale.ROOT).contains("sqlite")) {
            return new SqliteDialect(lockTimeout);
        }
        if (product.equals("PostgreSQL")) {
            return new PostgresDialect(lockTimeout, clockOffset);
        }
        throw new OrderweaveException(
                FaultCategory.INVALID_CONFIGURATION,
                "the stores do not know the database " + product + "; use PostgreSQL or SQLite");
    }

    private JdbcStores stores(Connections connections, Dialect dialect, String database) {
        if (schema.isPresent() && !dialect.hasSchemas()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "the database " + database + " has no schemas: leave the name out, or use a table prefix");
        }
        TablePrefix names = new TablePrefix(schema, prefix);
        List<MigrationScript> scripts = dialect.scripts().stream()
                .map(file -> MigrationScript.load(dialect.name(), file))
                .toList();
        Schema tables = new Schema(dialect, names, database, clock, scripts);
        return new JdbcStores(connections, dialect, tables, database, names, clock);
    }
}
