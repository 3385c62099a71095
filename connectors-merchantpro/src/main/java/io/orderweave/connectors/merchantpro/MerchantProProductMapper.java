package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connectors.merchantpro.MerchantProProductDto.Category;
import io.orderweave.connectors.merchantpro.MerchantProProductDto.Image;
import io.orderweave.connectors.merchantpro.MerchantProProductDto.Option;
import io.orderweave.connectors.merchantpro.MerchantProProductDto.Variant;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps a product to its offers: itself, or each of its variants. Pure. */
final class MerchantProProductMapper {

    private static final Set<String> ON = Set.of("on", "1", "true", "active");
    private static final BigDecimal MOST_PIECES = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Currency currency;

    /** @param currency of the shop's prices, which do not say it */
    MerchantProProductMapper(Currency currency) {
        this.currency = currency;
    }

    List<CatalogFeed.Item> items(RawJson raw) {
        return DocumentMapping.orUnreadable(
                () -> changed(raw), "a product", reason -> List.of(unreadable(raw, reason)));
    }

    private List<CatalogFeed.Item> changed(RawJson raw) throws JsonProcessingException {
        MerchantProProductDto product = raw.as(MerchantProProductDto.class);
        return offers(id(product), product, document(raw)).stream()
                .<CatalogFeed.Item>map(CatalogFeed.Item.Changed::new)
                .toList();
    }

    private static CatalogFeed.Item unreadable(RawJson raw, String reason) {
        return new CatalogFeed.Item.Unreadable(MerchantProIds.of(raw), document(raw), reason);
    }

    private static RawDocument document(RawJson raw) {
        return MerchantProOrderMapper.document(raw);
    }

    private static String id(@Nullable MerchantProProductDto product) {
        return Optional.ofNullable(product)
                .flatMap(one -> text(one.id()))
                .flatMap(MerchantProOfferId::parse)
                .filter(id -> id.variant().isEmpty())
                .map(MerchantProOfferId::product)
                .orElseThrow(() -> new UnreadablePartException("$.id", "the id of a product"));
    }

    private List<ChannelOffer> offers(String id, MerchantProProductDto product, RawDocument raw) {
        if (!product.hasVariants()) {
            return List.of(described(product, raw)
                    .ref(new MerchantProOfferId(id, Optional.empty()).ref())
                    .sku(text(product.sku()))
                    .eans(eans(product.ean()))
                    .available(available(product.stock()))
                    .price(price(product.priceGross()))
                    .build());
        }
        return all(product.variants()).stream()
                .map(variant -> offer(id, product, variant, raw))
                .toList();
    }

    private ChannelOffer offer(String id, MerchantProProductDto product, Variant variant, RawDocument raw) {
        MerchantProOfferId ref = MerchantProOfferId.parse(id + ":" + variant.idText())
                .orElseThrow(() -> new UnreadablePartException("$.variants[].id", "the id of a variant"));
        return described(product, raw)
                .ref(ref.ref())
                .product(id)
                .sku(text(variant.sku()))
                .eans(eans(variant.ean()))
                .available(available(variant.stock()))
                .price(price(variant.priceGross()))
                .attributes(attributes(variant))
                .build();
    }

    /** What variants share with their product. */
    private static ChannelOffer.Builder described(MerchantProProductDto product, RawDocument raw) {
        String status = text(product.status()).orElse("");
        return ChannelOffer.builder()
                .name(text(product.name())
                        .or(() -> text(product.sku()))
                        .orElseThrow(() -> new UnreadablePartException("$.name", "a name")))
                .description(text(product.description()))
                .term(status)
                .active(ON.contains(status.toLowerCase(Locale.ROOT)))
                .categories(all(product.categories()).stream()
                        .flatMap(category -> category(category).stream())
                        .toList())
                .images(all(product.images()).stream()
                        .flatMap(image -> address(image).stream())
                        .toList())
                .raw(raw);
    }

    private static Optional<ChannelOffer.Category> category(Category category) {
        return text(category.id()).map(id -> new ChannelOffer.Category(id, text(category.name())));
    }

    /** The largest there is. */
    private static Optional<String> address(Image image) {
        JsonNode address = image.imageUrl();
        if (address == null) {
            return Optional.empty();
        }
        return text(address.asText(""))
                .or(() -> text(address.path("large").asText("")))
                .or(() -> text(address.path("medium").asText("")))
                .or(() -> text(address.path("thumb").asText("")));
    }

    private static List<String> eans(@Nullable String ean) {
        return text(ean).map(List::of).orElse(List.of());
    }

    /** Less than none is what was sold that is not there. */
    private static Optional<Integer> available(@Nullable BigDecimal stock) {
        return Optional.ofNullable(stock)
                .map(pieces -> pieces.max(BigDecimal.ZERO).min(MOST_PIECES))
                .map(pieces -> pieces.setScale(0, RoundingMode.DOWN).intValueExact());
    }

    private Optional<Money> price(@Nullable BigDecimal gross) {
        return Optional.ofNullable(gross).map(amount -> Money.of(amount, currency));
    }

    private static Map<String, List<String>> attributes(Variant variant) {
        return all(variant.variantOptions()).stream()
                .filter(option ->
                        text(option.name()).isPresent() && text(option.value()).isPresent())
                .collect(Collectors.groupingBy(
                        option -> Objects.requireNonNull(option.name()),
                        LinkedHashMap::new,
                        Collectors.mapping(MerchantProProductMapper::value, Collectors.toUnmodifiableList())));
    }

    private static String value(Option option) {
        return text(option.value()).orElse("");
    }
}
