package io.orderweave.examples.marketplace;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets prices, at once. */
final class BazaarPrices implements PriceUpdates {

    private final BazaarApi api;

    BazaarPrices(BazaarApi api) {
        this.api = api;
    }

    @Override
    public int batchSize() {
        return 25;
    }

    @Override
    public BatchAnswer update(String key, List<OfferPrice> prices) {
        Map<OfferRef, WriteAnswer> answers = new HashMap<>();
        Map<String, String> wanted = new LinkedHashMap<>();
        for (OfferPrice price : prices) {
            if (fits(price)) {
                wanted.put(price.offer().id(), price.price().amount().toPlainString());
            } else {
                answers.put(price.offer(), new WriteAnswer.Rejected("bazaar takes euros and whole cents"));
            }
        }
        if (!wanted.isEmpty()) {
            Reply<RawJson> reply = api.setPrices(wanted);
            prices.stream()
                    .filter(BazaarPrices::fits)
                    .forEach(price -> answers.put(price.offer(), answer(reply, price.offer())));
        }
        return new BatchAnswer.Finished(answers);
    }

    @Override
    public BatchAnswer resume(String handle, List<OfferPrice> prices) {
        throw new IllegalStateException("Bazaar sets prices at once; there is no handle " + handle);
    }

    private static WriteAnswer answer(Reply<RawJson> reply, OfferRef offer) {
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        String said =
                ((Reply.Done<RawJson>) reply).body().tree().path(offer.id()).asText();
        return switch (said) {
            case "set" -> WriteAnswer.applied();
            case "unknown" -> new WriteAnswer.Rejected("no such offer");
            default ->
                throw OutsideFault.of(FaultCategory.CONTRACT, Reached.PERHAPS, "bazaar says nothing of an offer")
                        .build();
        };
    }

    private static boolean fits(OfferPrice price) {
        return price.price().currency().getCurrencyCode().equals("EUR")
                && price.price().amount().stripTrailingZeros().scale() <= 2;
    }
}
