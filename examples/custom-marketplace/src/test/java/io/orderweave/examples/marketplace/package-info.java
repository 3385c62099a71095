@NullMarked
package io.orderweave.examples.marketplace;

import org.jspecify.annotations.NullMarked;
