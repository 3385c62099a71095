/** Writing and reading the journal. why and why-not. */
@NullMarked
package io.orderweave.internal.journal;

import org.jspecify.annotations.NullMarked;
