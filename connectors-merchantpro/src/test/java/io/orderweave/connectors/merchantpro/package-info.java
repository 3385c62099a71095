@NullMarked
package io.orderweave.connectors.merchantpro;

import org.jspecify.annotations.NullMarked;
