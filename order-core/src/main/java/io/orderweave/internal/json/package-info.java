/** JSON of records, events and payloads, and the difference of two. */
@NullMarked
package io.orderweave.internal.json;

import org.jspecify.annotations.NullMarked;
