package io.orderweave.connector;

/** Reads one order as it is now. */
public interface OrderReader {

    /** The order, or that it is gone, or that it cannot be read. */
    OrderFeed.Item read(String externalId);
}
