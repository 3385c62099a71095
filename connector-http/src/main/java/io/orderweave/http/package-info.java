/** What HTTP connectors share: wiring, credentials and tokens, rate budgets, retries of reads, faults, redacted logs. */
@NullMarked
package io.orderweave.http;

import org.jspecify.annotations.NullMarked;
