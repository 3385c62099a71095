package io.orderweave.tck.channel;

import io.orderweave.connector.OfferRef;
import io.orderweave.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The seller's offers at the channel, scripted. Implemented by the author of a connector that claims {@link Facet#STOCK_UPDATES},
 * {@link Facet#PRICE_UPDATES} or {@link Facet#CATALOG_FEED}, and by no other; called as {@link ChannelServer} is.
 */
public interface ScriptedOffers {

    /**
     * Puts the product on sale, now, in the server's currency.
     *
     * @return the offers, one for each variant and in their order, as the connector calls them
     */
    List<OfferRef> list(TestProduct product);

    /** The seller changes something of the offer that the catalogue tells; each call changes it anew. */
    void change(OfferRef offer);

    /** From now on the offer's document cannot be read as an offer. */
    void poison(OfferRef offer);

    /** An offer as the channel's are, which is not there. */
    OfferRef unknownOffer();

    /** The pieces the channel has for sale; 0 of an offer that ended for want of stock. */
    int available(OfferRef offer);

    /** The price of one piece at the channel. */
    Money price(OfferRef offer);

    /** The parts of an offer that the channel tells. */
    Set<OfferDetail> tells();

    /** Whether the catalogue's feed tells what changed; otherwise each round brings every offer again. */
    default boolean tellsChanges() {
        return true;
    }

    /** How long after a change the feed brings it at the latest; the kit moves the clock by as much. */
    default Duration noticedWithin() {
        return Duration.ZERO;
    }

    /** How long after the last change a poll brings nothing any more. */
    default Duration quietAfter() {
        return Duration.ofMinutes(1);
    }
}
