/** What every event, cause and actor has in common; each feature declares its own events. */
@NullMarked
package io.orderweave.event;

import org.jspecify.annotations.NullMarked;
