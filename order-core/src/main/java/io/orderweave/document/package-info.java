/** Fiscal and other documents, number series, sellers. */
@NullMarked
package io.orderweave.document;

import org.jspecify.annotations.NullMarked;
