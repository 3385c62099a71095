package io.orderweave.connectors.merchantpro;

import io.orderweave.connector.OfferRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an offer: {@code 125011} for a product, {@code 125011:7001} for one of its variants, which can only be written through
 * the product.
 */
record MerchantProOfferId(String product, Optional<String> variant) {

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9_-]{1,40})(?::([A-Za-z0-9_-]{1,40}))?");

    static Optional<MerchantProOfferId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new MerchantProOfferId(matcher.group(1), Optional.ofNullable(matcher.group(2))))
                : Optional.empty();
    }

    OfferRef ref() {
        return OfferRef.of(variant.map(one -> product + ":" + one).orElse(product));
    }
}
