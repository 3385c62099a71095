@NullMarked
package io.orderweave.connectors.kaufland;

import org.jspecify.annotations.NullMarked;
