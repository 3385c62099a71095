@NullMarked
package io.orderweave.examples.shop;

import org.jspecify.annotations.NullMarked;
