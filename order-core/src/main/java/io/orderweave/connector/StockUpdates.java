package io.orderweave.connector;

import java.util.List;

/** Tells the channel how many pieces of its offers there are. A level is overwritten: telling it again does no harm. */
public interface StockUpdates {

    /** Most levels of one call. */
    int batchSize();

    /**
     * Tells the levels.
     *
     * @param key the same for every attempt at this batch, and of no other
     * @param levels of different offers, at most {@link #batchSize()}
     */
    BatchAnswer update(String key, List<StockLevel> levels);

    /** How far a batch is that was accepted, by this process or by one before it; sends again only what never arrived. */
    BatchAnswer resume(String handle, List<StockLevel> levels);

    /**
     * A level.
     *
     * @param available pieces that can be sold, not negative; 0 ends the offer where the channel knows no sold-out offers
     */
    record StockLevel(OfferRef offer, int available) {

        public StockLevel {
            if (available < 0) {
                throw new IllegalArgumentException(
                        "offer " + offer.id() + " has " + available + " pieces; it must not be negative");
            }
        }
    }
}
