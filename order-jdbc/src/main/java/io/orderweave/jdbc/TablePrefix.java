package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.util.Optional;

/** What the names of our tables begin with: one prefix in one schema is one order book. */
record TablePrefix(Optional<SchemaName> schema, String value) {

    TablePrefix {
        // It becomes part of SQL statements, and short enough for every name to stay below 64 characters.
        if (!value.matches("[a-z][a-z0-9_]{0,19}")) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "a table prefix is a lower-case letter and up to 19 lower-case letters, digits or underscores");
        }
    }

    /** In the schema the connection is in. */
    TablePrefix(String value) {
        this(Optional.empty(), value);
    }

    /** Name of a table of ours, as statements call it. */
    String table(String name) {
        return qualifier() + value + name;
    }

    /** What stands before the name of a table of a named schema; else empty. */
    String qualifier() {
        return schema.map(name -> name.quoted() + ".").orElse("");
    }
}
