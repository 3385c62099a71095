/** Holds HTTP traffic against a published OpenAPI 3.0 document. */
@NullMarked
package io.orderweave.referee;

import org.jspecify.annotations.NullMarked;
