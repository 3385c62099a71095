package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import io.orderweave.connectors.allegro.AllegroOfferDto.Marketplace;
import io.orderweave.connectors.allegro.AllegroOfferDto.Parameter;
import io.orderweave.connectors.allegro.AllegroOfferDto.Product;
import io.orderweave.connectors.allegro.AllegroOfferDto.SellingMode;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import io.orderweave.http.UnknownWords;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps an offer of {@code /sale/product-offers}. Pure but for one warning per unknown status. */
final class AllegroOfferMapper {

    private static final String ACTIVE = "ACTIVE";
    private static final Set<String> STATUSES = Set.of("INACTIVE", "ACTIVATING", ACTIVE, "ENDED");

    private final UnknownWords unknown = new UnknownWords("Allegro");

    /** The offer as an item of a batch: it, or why it cannot be read. */
    CatalogFeed.Item item(String offerId, RawJson raw) {
        return DocumentMapping.orUnreadable(
                () -> new CatalogFeed.Item.Changed(mapped(offerId, raw)),
                "an offer",
                reason -> unreadable(offerId, raw, reason));
    }

    private static CatalogFeed.Item unreadable(String offerId, RawJson raw, String reason) {
        return new CatalogFeed.Item.Unreadable(offerId, document(raw), reason);
    }

    private ChannelOffer mapped(String offerId, RawJson raw) throws JsonProcessingException {
        AllegroOfferDto offer = raw.as(AllegroOfferDto.class);
        if (!offerId.equals(offer.id())) {
            throw new UnreadablePartException("$.id", "the id of the offer asked for");
        }
        String status = required(
                offer.publication() == null ? null : offer.publication().status(), "$.publication.status");
        if (!STATUSES.contains(status)) {
            unknown.note("offer status", status);
        }
        List<Product> products = all(offer.productSet()).stream()
                .map(AllegroOfferDto.Member::product)
                .filter(Objects::nonNull)
                .toList();
        List<Parameter> parameters = Stream.concat(
                        all(offer.parameters()).stream(),
                        products.stream().flatMap(product -> all(product.parameters()).stream()))
                .toList();
        Optional<Money> price = price(offer.sellingMode(), "$.sellingMode.price");
        return ChannelOffer.builder()
                .ref(OfferRef.of(offerId))
                .product(products.size() == 1 ? text(products.get(0).id()) : Optional.empty())
                .sku(id(offer.external()))
                .eans(eans(parameters))
                .name(required(offer.name(), "$.name"))
                .description(description(offer.description()))
                .term(status)
                .active(status.equals(ACTIVE))
                .available(Optional.ofNullable(offer.stock()).map(AllegroOfferDto.Stock::available))
                .price(price)
                .storefrontPrices(storefrontPrices(offer, price))
                .categories(id(offer.category()).stream()
                        .map(id -> new ChannelOffer.Category(id, Optional.empty()))
                        .toList())
                .images(all(offer.images()))
                .attributes(attributes(parameters))
                .raw(document(raw))
                .build();
    }

    private static Map<Storefront, Money> storefrontPrices(AllegroOfferDto offer, Optional<Money> basePrice) {
        Map<Storefront, Money> prices = new LinkedHashMap<>();
        AllegroOfferDto.Marketplaces marketplaces =
                offer.publication() == null ? null : offer.publication().marketplaces();
        id(marketplaces == null ? null : marketplaces.base())
                .ifPresent(base -> basePrice.ifPresent(price -> prices.put(new Storefront(base), price)));
        if (offer.additionalMarketplaces() != null) {
            for (Map.Entry<String, @Nullable Marketplace> more :
                    offer.additionalMarketplaces().entrySet()) {
                Marketplace marketplace = more.getValue();
                price(
                                marketplace == null ? null : marketplace.sellingMode(),
                                "$.additionalMarketplaces." + more.getKey() + ".sellingMode.price")
                        .ifPresent(price -> prices.put(new Storefront(more.getKey()), price));
            }
        }
        return prices;
    }

    private static Optional<Money> price(@Nullable SellingMode selling, String path) {
        return selling == null || selling.price() == null
                ? Optional.empty()
                : Optional.of(FormParts.money(selling.price(), path));
    }

    /** The parameter is named {@code EAN (GTIN)}; its id differs from one category to the next. */
    private static List<String> eans(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> text(parameter.name())
                        .orElse("")
                        .toUpperCase(Locale.ROOT)
                        .startsWith("EAN"))
                .flatMap(parameter -> all(parameter.values()).stream())
                .distinct()
                .toList();
    }

    private static Map<String, List<String>> attributes(List<Parameter> parameters) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            List<String> values = all(parameter.values());
            Optional<String> name = text(parameter.name());
            if (name.isPresent() && !values.isEmpty()) {
                attributes.putIfAbsent(name.get(), values);
            }
        }
        return attributes;
    }

    private static Optional<String> description(AllegroOfferDto.@Nullable Description description) {
        return description == null
                ? Optional.empty()
                : text(all(description.sections()).stream()
                        .flatMap(section -> all(section.items()).stream())
                        .flatMap(part -> text(part.content()).stream())
                        .collect(Collectors.joining("\n")));
    }

    private static Optional<String> id(@Nullable Reference reference) {
        return reference == null ? Optional.empty() : text(reference.id());
    }

    private static RawDocument document(RawJson raw) {
        return new RawDocument("application/json", raw.bytes());
    }
}
