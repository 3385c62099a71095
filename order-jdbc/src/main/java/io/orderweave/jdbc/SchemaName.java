package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;

/** Name of a schema that holds our tables. */
record SchemaName(String value) {

    SchemaName {
        // It becomes part of SQL statements; databases keep 63 characters of it.
        if (!value.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "a schema name is a lower-case letter or underscore and up to 62 lower-case letters, digits or"
                            + " underscores");
        }
    }

    /** A schema may be called like a word of SQL. */
    String quoted() {
        return '"' + value + '"';
    }
}
