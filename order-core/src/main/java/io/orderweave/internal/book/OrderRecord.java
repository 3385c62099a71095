package io.orderweave.internal.book;

import io.orderweave.order.Order;

/**
 * An order as it lies in the store.
 *
 * @param entries number of its journal entries
 */
public record OrderRecord(long entries, Order order) {}
