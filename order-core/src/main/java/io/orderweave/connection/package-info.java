/** A connection: one account at one outside system. */
@NullMarked
package io.orderweave.connection;

import org.jspecify.annotations.NullMarked;
