/** What runs in the process that is killed: an engine on a real database, with a point to die at between any two store calls. */
@NullMarked
package io.orderweave.crash.node;

import org.jspecify.annotations.NullMarked;
