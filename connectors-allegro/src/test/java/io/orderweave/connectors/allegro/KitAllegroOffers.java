package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.OfferRef;
import io.orderweave.money.Money;
import io.orderweave.simulator.allegro.AllegroOffer;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.tck.channel.OfferDetail;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.TestProduct;
import io.orderweave.tck.channel.TestProduct.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Offers at the simulated Allegro. */
final class KitAllegroOffers implements ScriptedOffers {

    private static final String CURRENCY = "PLN";

    private final AllegroSimulator allegro;
    private final Runnable beforeNonsense;
    private final Map<OfferRef, BigDecimal> listedAt = new HashMap<>();
    private int changes;

    /** @param beforeNonsense called before Allegro answers what its document does not allow */
    KitAllegroOffers(AllegroSimulator allegro, Runnable beforeNonsense) {
        this.allegro = allegro;
        this.beforeNonsense = beforeNonsense;
    }

    @Override
    public List<OfferRef> list(TestProduct product) {
        List<OfferRef> offers = new ArrayList<>();
        for (Variant variant : product.variants()) {
            OfferRef offer = OfferRef.of(String.valueOf(13_000_000_001L + listedAt.size()));
            AllegroOffer.Builder listed = AllegroOffer.builder()
                    .id(offer.id())
                    .productId("product-" + product.number())
                    .name(product.name())
                    .sku(variant.sku())
                    .ean(variant.ean())
                    .price(variant.price())
                    .available(variant.available())
                    .addDescription(product.description())
                    .images(product.images());
            variant.size().ifPresent(size -> listed.parameters(Map.of(TestProduct.SIZE, size)));
            allegro.offers().list(listed.build());
            listedAt.put(offer, variant.price());
            offers.add(offer);
        }
        return offers;
    }

    @Override
    public void change(OfferRef offer) {
        changes++;
        allegro.offers().edit(offer.id(), document -> document.put("name", "Miska gliniana, zmiana " + changes));
    }

    @Override
    public void poison(OfferRef offer) {
        beforeNonsense.run();
        allegro.offers()
                .edit(offer.id(), document -> ((ObjectNode) document.at("/sellingMode/price")).put("amount", "ten"));
    }

    @Override
    public OfferRef unknownOffer() {
        return OfferRef.of("13999999999");
    }

    @Override
    public int available(OfferRef offer) {
        return allegro.counters().offer(offer.id()).available();
    }

    @Override
    public Money price(OfferRef offer) {
        List<String> written = allegro.counters().offer(offer.id()).priceWrites();
        String price = written.isEmpty()
                ? Objects.requireNonNull(listedAt.get(offer)).toPlainString()
                : written.get(written.size() - 1).split(" ", 3)[1];
        return Money.of(price, CURRENCY);
    }

    @Override
    public Set<OfferDetail> tells() {
        return EnumSet.allOf(OfferDetail.class);
    }
}
