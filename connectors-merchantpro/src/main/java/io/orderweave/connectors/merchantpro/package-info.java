/** The connector to MerchantPro shops: orders, statuses, tracking numbers, stock, prices and products over their API v2. */
@NullMarked
package io.orderweave.connectors.merchantpro;

import org.jspecify.annotations.NullMarked;
