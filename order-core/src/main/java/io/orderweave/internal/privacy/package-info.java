/** What in the book is personal, and how it is erased everywhere it lies. */
@NullMarked
package io.orderweave.internal.privacy;

import org.jspecify.annotations.NullMarked;
