package io.orderweave.connectors.merchantpro;

import io.orderweave.connector.OfferRef;
import io.orderweave.money.Money;
import io.orderweave.simulator.merchantpro.MerchantProProduct;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import io.orderweave.tck.channel.OfferDetail;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.TestProduct;
import io.orderweave.tck.channel.TestProduct.Variant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Products at the simulated shop. */
final class KitMerchantProOffers implements ScriptedOffers {

    private static final String CURRENCY = "RON";

    private final MerchantProSimulator shop;
    private final Map<OfferRef, Variant> listed = new HashMap<>();
    private int changes;

    KitMerchantProOffers(MerchantProSimulator shop) {
        this.shop = shop;
    }

    @Override
    public List<OfferRef> list(TestProduct product) {
        MerchantProProduct.Builder added = MerchantProProduct.builder()
                .name(product.name())
                .sku("OFR-" + product.number())
                .description(product.description())
                .images(product.images())
                .addCategory("Ceramică");
        List<Variant> variants = product.variants();
        if (variants.get(0).size().isEmpty()) {
            return List.of(listed(shop.shop().add(of(variants.get(0), added)), variants.get(0)));
        }
        String id = shop.shop()
                .add(added.optionName(TestProduct.SIZE)
                        .variants(variants.stream()
                                .map(KitMerchantProOffers::variant)
                                .toList())
                        .build());
        List<String> ids = shop.shop().variantsOf(id);
        return variants.stream()
                .map(variant -> listed(id + ":" + ids.get(variants.indexOf(variant)), variant))
                .toList();
    }

    private static MerchantProProduct of(Variant only, MerchantProProduct.Builder product) {
        return product.sku(only.sku())
                .ean(only.ean())
                .price(only.price())
                .stock(only.available())
                .build();
    }

    private static MerchantProProduct.Variant variant(Variant variant) {
        return new MerchantProProduct.Variant(
                variant.sku(), variant.ean(), variant.size().orElseThrow(), variant.available(), variant.price());
    }

    private OfferRef listed(String id, Variant variant) {
        OfferRef offer = OfferRef.of(id);
        listed.put(offer, variant);
        return offer;
    }

    @Override
    public void change(OfferRef offer) {
        changes++;
        shop.shop().editProduct(product(offer), document -> document.put("name", "Castron de lut, forma " + changes));
    }

    @Override
    public void poison(OfferRef offer) {
        shop.shop().editProduct(product(offer), document -> document.put("price_gross", "ten"));
    }

    @Override
    public OfferRef unknownOffer() {
        return OfferRef.of("125999");
    }

    @Override
    public int available(OfferRef offer) {
        return written(offer, "stock")
                .map(Integer::parseInt)
                .orElseGet(() -> variantOf(offer).available());
    }

    @Override
    public Money price(OfferRef offer) {
        return written(offer, "price_gross")
                .map(price -> Money.of(price, CURRENCY))
                .orElseGet(() ->
                        Money.of(variantOf(offer).price().toPlainString(), CURRENCY));
    }

    /** What was written last there. */
    private Optional<String> written(OfferRef offer, String field) {
        String beginning = variantOf(offer).sku() + " " + field + "=";
        return shop.counters().product(product(offer)).writes().stream()
                .filter(write -> write.startsWith(beginning))
                .reduce((earlier, later) -> later)
                .map(write -> write.substring(beginning.length()));
    }

    private Variant variantOf(OfferRef offer) {
        return Objects.requireNonNull(listed.get(offer), offer.id());
    }

    private static String product(OfferRef offer) {
        return offer.id().split(":", 2)[0];
    }

    @Override
    public Set<OfferDetail> tells() {
        return EnumSet.allOf(OfferDetail.class);
    }
}
