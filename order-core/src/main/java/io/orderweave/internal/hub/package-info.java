/** What the hub is made of. */
@NullMarked
package io.orderweave.internal.hub;

import org.jspecify.annotations.NullMarked;
