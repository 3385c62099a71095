@NullMarked
package io.orderweave.examples.shop.config;

import org.jspecify.annotations.NullMarked;
