package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;

/** What the names of our tables begin with: one prefix is one order book. */
record TablePrefix(String value) {

    TablePrefix {
        // It becomes part of SQL statements, and short enough for every name to stay below 64 characters.
        if (!value.matches("[a-z][a-z0-9_]{0,19}")) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "a table prefix is a lower-case letter and up to 19 lower-case letters, digits or underscores");
        }
    }

    /** Name of a table of ours. */
    String table(String name) {
        return value + name;
    }
}
