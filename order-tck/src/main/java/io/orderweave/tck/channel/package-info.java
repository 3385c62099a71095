/** The conformance kit for connectors to sales channels. */
@NullMarked
package io.orderweave.tck.channel;

import org.jspecify.annotations.NullMarked;
