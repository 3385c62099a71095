/** How fast the engine is beside plain JDBC that writes the same rows. */
@NullMarked
package io.orderweave.benchmarks;

import org.jspecify.annotations.NullMarked;
