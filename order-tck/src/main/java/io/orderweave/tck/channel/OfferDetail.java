package io.orderweave.tck.channel;

import io.orderweave.connector.ChannelOffer;
import io.orderweave.money.Money;
import io.orderweave.tck.channel.TestProduct.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A part of an offer that some channels tell sellers and others do not. Of a told one the kit demands that it arrives unchanged, of
 * another that nothing is made up.
 */
public enum OfferDetail {
    SKU((product, variant) -> Optional.of(variant.sku()), ChannelOffer::sku),
    EAN((product, variant) -> Optional.of(variant.ean()), offer -> joined(offer.eans())),
    DESCRIPTION((product, variant) -> Optional.of(product.description()), ChannelOffer::description),
    MAIN_IMAGE(
            (product, variant) -> Optional.of(product.images().get(0)),
            offer -> offer.images().stream().findFirst()),
    FURTHER_IMAGES((product, variant) -> joined(further(product.images())), offer -> joined(further(offer.images()))),
    AVAILABLE(
            (product, variant) -> Optional.of(String.valueOf(variant.available())),
            offer -> offer.available().map(String::valueOf)),
    PRICE(
            (product, variant) -> Optional.of(variant.price().toPlainString()),
            offer -> offer.price().map(Money::amount).map(amount -> amount.toPlainString())),
    /** Some category; which one, the server chooses. */
    CATEGORY(
            (product, variant) -> Optional.of("a category"),
            offer -> offer.categories().stream().findFirst().map(category -> "a category")),
    /** That the offers of one product belong together, and what tells one from the other. */
    VARIANTS((product, variant) -> variant.size(), OfferDetail::size);

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final BiFunction<TestProduct, Variant, Optional<String>> said;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final Function<ChannelOffer, Optional<String>> told;

    OfferDetail(
            BiFunction<TestProduct, Variant, Optional<String>> said, Function<ChannelOffer, Optional<String>> told) {
        this.said = said;
        this.told = told;
    }

    /** What the seller said. */
    Optional<String> in(TestProduct product, Variant variant) {
        return said.apply(product, variant);
    }

    /** What the connector made of it. */
    Optional<String> in(ChannelOffer offer) {
        return told.apply(offer);
    }

    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
    }

    private static List<String> further(List<String> images) {
        return images.stream().skip(1).toList();
    }

    private static Optional<String> size(ChannelOffer offer) {
        return Optional.ofNullable(offer.attributes().get(TestProduct.SIZE)).flatMap(OfferDetail::joined);
    }
}
