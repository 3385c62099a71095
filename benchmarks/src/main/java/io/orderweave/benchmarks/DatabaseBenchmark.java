package io.orderweave.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What every benchmark of the engine on a database shares: opening it, once for each forked JVM, and closing it. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls open
public abstract class DatabaseBenchmark {

    /** The kind of database. */
    @Param({"sqlite", "postgresql"})
    public String db = "sqlite";

    private Database database;

    final Database database() {
        return database;
    }

    /** Opens the database. */
    @Setup(Level.Trial)
    public final void open() throws IOException, SQLException {
        database = Database.open(db, Files.createDirectories(folder()));
        prepare();
    }

    /** Makes what all iterations share. */
    abstract void prepare() throws IOException, SQLException;

    /** Gives back what {@link #prepare} made. */
    void release() throws SQLException {}

    /** Closes the database. */
    @TearDown(Level.Trial)
    public final void close() throws IOException, SQLException {
        release();
        database.close();
    }

    /** Where databases lie: {@code -Dbench.dir}, else a folder for temporary files. On a disk, not in memory, for fair commits. */
    static Path folder() {
        String temporary = System.getProperty("java.io.tmpdir") + "/orderweave-benchmarks";
        return Path.of(System.getProperty("bench.dir", temporary));
    }
}
