package io.orderweave.order;

/** Host code that keeps its own tables in step. Implemented by hosts; thread-safe. */
public interface OrderListener {

    /**
     * Called once for each changed order in the same transaction, after the library's own writes and before the commit. What it
     * throws rolls the whole change back. It may be called again for the same change when the transaction is repeated, and must
     * not call the outside.
     */
    void changed(OrderChange change);
}
