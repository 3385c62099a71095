/** The connector to Allegro: orders, statuses, tracking numbers and invoices over its REST API. */
@NullMarked
package io.orderweave.connectors.allegro;

import org.jspecify.annotations.NullMarked;
