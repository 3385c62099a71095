package io.orderweave.connectors.allegro;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An offer as Allegro tells it: the parts that are mapped. */
record AllegroOfferDto(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<@Nullable Member> productSet,
        @Nullable Reference category,
        @Nullable Publication publication,
        @Nullable Stock stock,
        @Nullable SellingMode sellingMode,
        @Nullable Map<String, @Nullable Marketplace> additionalMarketplaces,
        @Nullable List<@Nullable Parameter> parameters,
        @Nullable List<@Nullable String> images,
        @Nullable Description description,
        @Nullable Reference external) {

    /** One product of the offer; several make a set. */
    record Member(@Nullable Product product) {}

    record Product(@Nullable String id, @Nullable List<@Nullable Parameter> parameters) {}

    record Publication(@Nullable String status, @Nullable Marketplaces marketplaces) {}

    record Marketplaces(@Nullable Reference base) {}

    record Marketplace(@Nullable SellingMode sellingMode) {}

    record Stock(@Nullable Integer available) {}

    record SellingMode(@Nullable Price price) {}

    record Parameter(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<@Nullable String> values) {}

    record Description(@Nullable List<@Nullable Section> sections) {}

    record Section(@Nullable List<@Nullable Part> items) {}

    /** TEXT has content, IMAGE none. */
    record Part(@Nullable String content) {}
}
