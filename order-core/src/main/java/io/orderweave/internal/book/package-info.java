/** The change pipeline: load, apply, decide, save. */
@NullMarked
package io.orderweave.internal.book;

import org.jspecify.annotations.NullMarked;
