/** What benchmarks need of the Allegro connector that is not public. */
@NullMarked
package io.orderweave.connectors.allegro;

import org.jspecify.annotations.NullMarked;
