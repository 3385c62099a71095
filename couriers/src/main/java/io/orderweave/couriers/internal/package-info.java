/** What the couriers of this module share; nothing here is for others. */
@NullMarked
package io.orderweave.couriers.internal;

import org.jspecify.annotations.NullMarked;
