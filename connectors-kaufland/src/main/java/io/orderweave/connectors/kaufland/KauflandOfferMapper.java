package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps an offer, which Kaufland calls a unit, and the product it is of. Pure. */
final class KauflandOfferMapper {

    private static final String AVAILABLE = "AVAILABLE";

    private KauflandOfferMapper() {}

    /** A row of the list as an item of a batch. */
    static CatalogFeed.Item item(Storefront storefront, RawJson row) {
        return DocumentMapping.orUnreadable(
                () -> new CatalogFeed.Item.Changed(offer(storefront, row)),
                "an offer",
                reason -> unreadable(row, reason));
    }

    private static CatalogFeed.Item unreadable(RawJson row, String reason) {
        String id = row.text("id_unit");
        return new CatalogFeed.Item.Unreadable(
                KauflandId.orUnidentified(id, Arrays.hashCode(row.bytes())), document(row), reason);
    }

    private static RawDocument document(RawJson row) {
        return new RawDocument("application/json", row.bytes());
    }

    private static ChannelOffer offer(Storefront storefront, RawJson row) throws JsonProcessingException {
        KauflandUnitDto unit = row.as(KauflandUnitDto.class);
        String id = Long.toString(required(unit.idUnit(), "$.id_unit"));
        String status = required(unit.status(), "$.status");
        int amount = required(unit.amount(), "$.amount");
        Optional<KauflandUnitDto.Product> product = Optional.ofNullable(unit.product());
        ChannelOffer.Builder offer = ChannelOffer.builder();
        offer.ref(new OfferRef(id, Optional.of(storefront)))
                .product(text(unit.idProduct()))
                .sku(text(unit.idOffer()))
                .eans(product.map(known -> all(known.eans())).orElse(List.of()))
                .name(product.flatMap(known -> text(known.title()))
                        .or(() -> text(unit.idOffer()))
                        .orElse(id))
                .term(status)
                .active(status.equals(AVAILABLE) && amount > 0)
                .available(amount)
                .categories(product.flatMap(known -> text(known.idCategory())).stream()
                        .map(category -> new ChannelOffer.Category(category, Optional.empty()))
                        .toList())
                .images(product.flatMap(known -> text(known.mainPicture())).stream()
                        .toList())
                .raw(document(row));
        if (unit.price() != null) {
            offer.price(KauflandParts.cents(
                    unit.price(), KauflandParts.currency(unit.currency(), "$.currency"), "$.price"));
        }
        attribute(offer, "condition", unit.condition());
        attribute(
                offer,
                "manufacturer",
                product.map(KauflandUnitDto.Product::manufacturer).orElse(null));
        return offer.build();
    }

    private static void attribute(ChannelOffer.Builder offer, String name, @Nullable String value) {
        text(value).ifPresent(known -> offer.putAttribute(name, List.of(known)));
    }
}
