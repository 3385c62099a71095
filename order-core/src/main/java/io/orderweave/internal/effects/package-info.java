/** The kinds of effects the library brings. */
@NullMarked
package io.orderweave.internal.effects;

import org.jspecify.annotations.NullMarked;
