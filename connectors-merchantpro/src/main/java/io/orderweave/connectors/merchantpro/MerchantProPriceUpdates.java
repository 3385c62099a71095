package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the shop its prices, in its one currency. */
final class MerchantProPriceUpdates implements PriceUpdates {

    private final MerchantProOfferWriter writer;
    private final Currency currency;

    MerchantProPriceUpdates(MerchantProOfferWriter writer, Currency currency) {
        this.writer = writer;
        this.currency = currency;
    }

    @Override
    public int batchSize() {
        return MerchantProOfferWriter.BATCH_SIZE;
    }

    @Override
    public BatchAnswer update(String key, List<OfferPrice> prices) {
        Map<OfferRef, WriteAnswer> answers = new LinkedHashMap<>();
        List<MerchantProOfferWriter.Wanted> wanted = new ArrayList<>();
        for (OfferPrice price : prices) {
            if (price.price().currency().equals(currency)) {
                wanted.add(new MerchantProOfferWriter.Wanted(
                        price.offer(), null, price.price().amount()));
            } else {
                answers.put(
                        price.offer(),
                        new WriteAnswer.Rejected("the shop's prices are in " + currency + ", not in "
                                + price.price().currency()));
            }
        }
        answers.putAll(writer.write(wanted).items());
        return new BatchAnswer.Finished(answers);
    }

    /** A shop finishes at once; whoever asks all the same is told by doing it again, which is harmless. */
    @Override
    public BatchAnswer resume(String handle, List<OfferPrice> prices) {
        return update(handle, prices);
    }
}
