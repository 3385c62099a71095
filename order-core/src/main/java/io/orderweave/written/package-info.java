/** What people write as JSON, read strictly: every fault at once, with its place, what was expected there and the nearest valid names. */
@NullMarked
package io.orderweave.written;

import org.jspecify.annotations.NullMarked;
