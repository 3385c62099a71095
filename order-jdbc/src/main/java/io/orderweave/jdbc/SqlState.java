package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** The five letters and digits by which the SQL standard and PostgreSQL (appendix A of its manual) say what went wrong. */
record SqlState(String code) {

    static final String UNIQUE_VIOLATION = "23505";
    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String QUERY_CANCELED = "57014";

    static SqlState of(SQLException fault) {
        String state = fault.getSQLState();
        return new SqlState(state == null ? "" : state);
    }

    /** What a fault on the way to the database means, before anybody knows which database it is. */
    static FaultCategory whenConnecting(SQLException fault) {
        return of(fault).isMisconfigured() ? FaultCategory.INVALID_CONFIGURATION : FaultCategory.TRANSIENT;
    }

    /** No connection, or none any more; a pool says so by the class of its exception. */
    static boolean isOutage(SQLException fault) {
        SqlState state = of(fault);
        return state.isIn("08", "57P") // connection; the server stops, or starts
                || fault instanceof SQLRecoverableException
                || (fault instanceof SQLTransientException && state.code.isEmpty());
    }

    /** A wrong user, password, database, schema or right. */
    boolean isMisconfigured() {
        return isIn("28", "3D", "3F", "42501");
    }

    /** The transaction lost against another one: serialization failure or deadlock. */
    boolean isConflict() {
        return isIn("40");
    }

    /** Disk, memory, connections or the operating system under the server. */
    boolean isOutOfResources() {
        return isIn("53", "58");
    }

    /** Whether it begins with one of these. */
    boolean isIn(String... beginnings) {
        for (String beginning : beginnings) {
            if (code.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
