/** What benchmarks need of the Kaufland connector that is not public. */
@NullMarked
package io.orderweave.connectors.kaufland;

import org.jspecify.annotations.NullMarked;
