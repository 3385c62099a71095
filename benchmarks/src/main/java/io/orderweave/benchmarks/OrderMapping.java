package io.orderweave.benchmarks;

import io.orderweave.connector.OrderFeed;

/** What a connector makes of the bytes of one order: its mapper, which is not public, and nothing else of it. */
public interface OrderMapping {

    /**
     * The order.
     *
     * @param document UTF-8, as the service sends it
     */
    OrderFeed.Item map(byte[] document);
}
