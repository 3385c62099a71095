/** Implementations; no API. */
@NullMarked
package io.orderweave.internal;

import org.jspecify.annotations.NullMarked;
