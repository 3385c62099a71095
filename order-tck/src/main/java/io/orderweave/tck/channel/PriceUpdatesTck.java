package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clauses of {@link PriceUpdates}. A part of {@link ChannelConnectorTck}. */
public abstract class PriceUpdatesTck extends OfferWriteGroup<OfferPrice> {

    @Override
    Facet facet() {
        return Facet.PRICE_UPDATES;
    }

    @Override
    int batchSize() {
        return updates(connector).batchSize();
    }

    @Override
    BatchAnswer update(ChannelConnector any, String key, List<OfferPrice> items) {
        return updates(any).update(key, items);
    }

    @Override
    BatchAnswer resume(ChannelConnector any, String handle, List<OfferPrice> items) {
        return updates(any).resume(handle, items);
    }

    /** Prices that binary fractions cannot hold. */
    @Override
    OfferPrice item(OfferRef offer, int number) {
        return new OfferPrice(offer, money(new BigDecimal("19.99").add(BigDecimal.valueOf(number))));
    }

    @Override
    OfferRef offerOf(OfferPrice item) {
        return item.offer();
    }

    @Override
    boolean isThere(OfferPrice item) {
        return server.offers().price(item.offer()).equals(item.price());
    }

    @Test
    void aPriceIsNeverRounded() {
        OfferRef offer = offer(1);
        OfferPrice fine = new OfferPrice(offer, money(new BigDecimal("31.237")));
        Money before = server.offers().price(offer);

        WriteAnswer answer = toItsEnd(List.of(fine)).get(offer);

        if (answer instanceof WriteAnswer.Rejected) {
            assertThat(server.offers().price(offer)).isEqualTo(before);
        } else {
            assertThat(isThere(fine)).isTrue();
        }
    }

    @Test
    void aPriceInAnotherCurrencyIsRejectedAndNotTakenAsItIs() {
        OfferRef offer = offer(1);
        Money before = server.offers().price(offer);

        WriteAnswer answer = toItsEnd(List.of(new OfferPrice(offer, Money.of("2900", "JPY"))))
                .get(offer);

        assertThat(answer).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(server.offers().price(offer)).isEqualTo(before);
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount, server.currency());
    }

    private static PriceUpdates updates(ChannelConnector any) {
        return any.priceUpdates().orElseThrow();
    }
}
