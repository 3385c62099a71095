package io.orderweave.connector;

import io.orderweave.channel.Storefront;
import java.util.Optional;

/**
 * An offer at a channel.
 *
 * @param id the channel's id
 * @param storefront where offers of one id differ from one storefront to the next, or can only be addressed there
 */
public record OfferRef(String id, Optional<Storefront> storefront) {

    public static OfferRef of(String id) {
        return new OfferRef(id, Optional.empty());
    }
}
