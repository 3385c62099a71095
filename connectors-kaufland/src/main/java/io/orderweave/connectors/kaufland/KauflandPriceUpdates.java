package io.orderweave.connectors.kaufland;

import io.orderweave.channel.Storefront;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates;
import java.util.List;

/** Tells listing prices, in whole cents of the storefront's currency. */
final class KauflandPriceUpdates implements PriceUpdates {

    private static final KauflandOfferWrites.Changes<OfferPrice> PRICES = new KauflandOfferWrites.Changes<>() {

        @Override
        public OfferRef offer(OfferPrice price) {
            return price.offer();
        }

        @Override
        public KauflandOfferWrites.Wanted change(OfferPrice price, Storefront storefront) {
            return KauflandPriceUpdates.change(price, storefront);
        }
    };

    private final KauflandOfferWrites writes;

    KauflandPriceUpdates(KauflandOfferWrites writes) {
        this.writes = writes;
    }

    @Override
    public int batchSize() {
        return KauflandOfferWrites.MOST;
    }

    @Override
    public BatchAnswer update(String key, List<OfferPrice> prices) {
        return writes.write(prices, PRICES);
    }

    @Override
    public BatchAnswer resume(String handle, List<OfferPrice> prices) {
        throw new IllegalStateException("Kaufland takes prices at once; there is no handle " + handle);
    }

    private static KauflandOfferWrites.Wanted change(OfferPrice price, Storefront storefront) {
        String wanted = KauflandStorefronts.currency(storefront);
        if (!price.price().currency().getCurrencyCode().equals(wanted)) {
            return new KauflandOfferWrites.Impossible("the storefront " + storefront + " has prices in " + wanted);
        }
        if (price.price().amount().stripTrailingZeros().scale() > 2) {
            return new KauflandOfferWrites.Impossible("a price is whole cents");
        }
        return new KauflandOfferWrites.Change(
                KauflandUnitChangeDto.Data.price(price.price().minorUnits()));
    }
}
