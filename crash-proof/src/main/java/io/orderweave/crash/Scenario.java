package io.orderweave.crash;

import java.time.Duration;

/** Under which circumstances a story is played. */
enum Scenario {
    /** One node on a SQLite file. */
    ONE_NODE(1, false),

    /** Two processes on one SQLite file, each doing all the work. */
    TWO_PROCESSES(2, false),

    /** Two nodes on one PostgreSQL. */
    TWO_NODES(2, true),

    /** Four nodes on one PostgreSQL. */
    FOUR_NODES(4, true),

    /** Two nodes on one PostgreSQL whose own clocks are ten minutes apart. */
    CLOCKS_APART(2, true),

    /** Two nodes on one PostgreSQL; answers come so late that the other node has taken the work over. */
    LATE_ANSWERS(2, true),

    /** PostgreSQL itself is killed and started again on its data while two nodes work. */
    SERVER_KILLED(2, true),

    /** SQLite finds no room now and then. */
    DISK_FULL(1, false),

    /** The host's connection pool is exhausted now and then. */
    POOL_EXHAUSTED(2, true);

    private static final Duration APART = Duration.ofMinutes(10);

    private final int nodes;
    private final boolean onPostgres;

    Scenario(int nodes, boolean onPostgres) {
        this.nodes = nodes;
        this.onPostgres = onPostgres;
    }

    int nodes() {
        return nodes;
    }

    boolean onPostgres() {
        return onPostgres;
    }

    /** Whether the database fails now and then, so that a node may not even start. */
    boolean databaseFails() {
        return switch (this) {
            case SERVER_KILLED, DISK_FULL, POOL_EXHAUSTED -> true;
            case ONE_NODE, TWO_PROCESSES, TWO_NODES, FOUR_NODES, CLOCKS_APART, LATE_ANSWERS -> false;
        };
    }

    /** By how much the clock of the node of that index is wrong. */
    Duration skew(int index) {
        return this == CLOCKS_APART ? APART.multipliedBy(index) : Duration.ZERO;
    }
}
