/** Typed identities. */
@NullMarked
package io.orderweave.id;

import org.jspecify.annotations.NullMarked;
