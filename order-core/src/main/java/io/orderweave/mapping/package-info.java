/** The shop's mappings: plain tables between the words of channels and couriers and its own, versioned as a whole. */
@NullMarked
package io.orderweave.mapping;

import org.jspecify.annotations.NullMarked;
