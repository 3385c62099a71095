/** The connector to Kaufland's marketplace over its Seller API v2. */
@NullMarked
package io.orderweave.connectors.kaufland;

import org.jspecify.annotations.NullMarked;
