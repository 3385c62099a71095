package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.channel.Storefront;
import io.orderweave.connector.OfferRef;
import io.orderweave.money.Money;
import io.orderweave.simulator.kaufland.KauflandOffer;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import io.orderweave.tck.channel.OfferDetail;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.TestProduct;
import io.orderweave.tck.channel.TestProduct.Variant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Offers at the simulated Kaufland, in Poland. */
final class KitKauflandOffers implements ScriptedOffers {

    private static final Optional<Storefront> POLAND = Optional.of(new Storefront("pl"));
    private static final Currency CURRENCY = Currency.getInstance("PLN");

    private final KauflandSimulator kaufland;
    private final Runnable beforeNonsense;
    private final Map<OfferRef, Variant> listed = new HashMap<>();
    private int changes;

    /** @param beforeNonsense called before Kaufland answers what its document does not allow */
    KitKauflandOffers(KauflandSimulator kaufland, Runnable beforeNonsense) {
        this.kaufland = kaufland;
        this.beforeNonsense = beforeNonsense;
    }

    @Override
    public List<OfferRef> list(TestProduct product) {
        List<OfferRef> offers = new ArrayList<>();
        for (Variant variant : product.variants()) {
            long id = kaufland.platform()
                    .offer(KauflandOffer.builder()
                            .storefront(KauflandStorefront.PL)
                            .offerId(variant.sku())
                            .title(product.name())
                            .ean(variant.ean())
                            .picture(product.images().get(0))
                            .price(variant.price())
                            .amount(variant.available())
                            .build());
            OfferRef offer = new OfferRef(Long.toString(id), POLAND);
            listed.put(offer, variant);
            offers.add(offer);
        }
        return offers;
    }

    @Override
    public void change(OfferRef offer) {
        changes++;
        kaufland.platform().editOffer(Long.parseLong(offer.id()), document -> document.put("amount", 500 + changes));
    }

    @Override
    public void poison(OfferRef offer) {
        beforeNonsense.run();
        kaufland.platform().editOffer(Long.parseLong(offer.id()), document -> document.put("amount", "ten"));
    }

    @Override
    public OfferRef unknownOffer() {
        return new OfferRef("999999", POLAND);
    }

    @Override
    public int available(OfferRef offer) {
        return written(offer, "amount")
                .map(JsonNode::intValue)
                .orElseGet(() -> variant(offer).available());
    }

    @Override
    public Money price(OfferRef offer) {
        return written(offer, "listing_price")
                .map(cents -> Money.ofMinor(cents.longValue(), CURRENCY))
                .orElseGet(() -> Money.of(variant(offer).price(), CURRENCY));
    }

    /** What was written last there. */
    private Optional<JsonNode> written(OfferRef offer, String field) {
        return kaufland.counters().offerWrites(Long.parseLong(offer.id())).stream()
                .map(write -> write.path(field))
                .filter(JsonNode::isNumber)
                .reduce((earlier, later) -> later);
    }

    private Variant variant(OfferRef offer) {
        return Objects.requireNonNull(listed.get(offer), offer.id());
    }

    @Override
    public Set<OfferDetail> tells() {
        return EnumSet.complementOf(
                EnumSet.of(OfferDetail.DESCRIPTION, OfferDetail.FURTHER_IMAGES, OfferDetail.VARIANTS));
    }

    /** Kaufland's list can be asked for all offers only. */
    @Override
    public boolean tellsChanges() {
        return false;
    }
}
