/** The stores in a SQL database, with SQLite as the embedded default. */
@NullMarked
package io.orderweave.jdbc;

import org.jspecify.annotations.NullMarked;
