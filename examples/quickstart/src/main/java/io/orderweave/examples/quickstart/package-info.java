/** The whole job offline, by the public API only: read {@code Quickstart} first, then {@code Shop}. */
@NullMarked
package io.orderweave.examples.quickstart;

import org.jspecify.annotations.NullMarked;
