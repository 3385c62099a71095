/** Sales channels and the identity of an order at one. */
@NullMarked
package io.orderweave.channel;

import org.jspecify.annotations.NullMarked;
