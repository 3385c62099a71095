package io.orderweave.connector;

import io.orderweave.money.Money;
import java.util.List;

/** Tells the channel the prices of its offers. A price is overwritten: telling it again does no harm. */
public interface PriceUpdates {

    /** Most prices of one call. */
    int batchSize();

    /**
     * Tells the prices, as they are: one that the channel does not take, for its currency or its decimals, is rejected and neither
     * converted nor rounded.
     *
     * @param key the same for every attempt at this batch, and of no other
     * @param prices of different offers, at most {@link #batchSize()}
     */
    BatchAnswer update(String key, List<OfferPrice> prices);

    /** How far a batch is that was accepted, by this process or by one before it; sends again only what never arrived. */
    BatchAnswer resume(String handle, List<OfferPrice> prices);

    /**
     * A price.
     *
     * @param price of one piece, VAT included, more than zero
     */
    record OfferPrice(OfferRef offer, Money price) {

        public OfferPrice {
            if (!price.isPositive()) {
                throw new IllegalArgumentException(
                        "offer " + offer.id() + " costs " + price + "; it must be more than zero");
            }
        }
    }
}
