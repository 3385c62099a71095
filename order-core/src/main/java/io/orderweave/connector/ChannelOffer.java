package io.orderweave.connector;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An offer as its channel tells it now: one thing that can be bought; each variant of a product is an offer of its own. */
@Value.Immutable
@ValueStyle
public interface ChannelOffer {

    OfferRef ref();

    /** The channel's id of the product whose variant this is; absent when it has none. */
    Optional<String> product();

    /** The seller's own product number. */
    Optional<String> sku();

    List<String> eans();

    String name();

    /** As it came; HTML at most channels, and no more trustworthy than anything from outside. */
    Optional<String> description();

    /** The channel's status term as it came. */
    String term();

    /** Whether it can be bought. */
    boolean active();

    /** Pieces available; absent where the channel does not say. */
    Optional<Integer> available();

    /** Of one piece, VAT included. */
    Optional<Money> price();

    /** Where prices differ from one storefront to the next. */
    Map<Storefront, Money> storefrontPrices();

    /** From the widest to the narrowest. */
    List<Category> categories();

    /** Addresses of the pictures, the first one first. */
    List<String> images();

    /** Name and values of each attribute; of a variant, what tells it from its sisters. */
    Map<String, List<String>> attributes();

    RawDocument raw();

    /** A category of the channel. */
    record Category(String id, Optional<String> name) {}

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ChannelOffer}s. */
    final class Builder extends ImmutableChannelOffer.Builder {
        Builder() {}
    }
}
