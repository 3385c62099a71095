/** The ports a host may implement: transactions, records, journal, effects, series, leases, blobs. */
@NullMarked
package io.orderweave.store;

import org.jspecify.annotations.NullMarked;
