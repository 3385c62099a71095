package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.StockUpdates;
import io.orderweave.connector.StockUpdates.StockLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clauses of {@link StockUpdates}. A part of {@link ChannelConnectorTck}. */
public abstract class StockUpdatesTck extends OfferWriteGroup<StockLevel> {

    @Override
    Facet facet() {
        return Facet.STOCK_UPDATES;
    }

    @Override
    int batchSize() {
        return updates(connector).batchSize();
    }

    @Override
    BatchAnswer update(ChannelConnector any, String key, List<StockLevel> items) {
        return updates(any).update(key, items);
    }

    @Override
    BatchAnswer resume(ChannelConnector any, String handle, List<StockLevel> items) {
        return updates(any).resume(handle, items);
    }

    @Override
    StockLevel item(OfferRef offer, int number) {
        return new StockLevel(offer, 100 + number);
    }

    @Override
    OfferRef offerOf(StockLevel item) {
        return item.offer();
    }

    @Override
    boolean isThere(StockLevel item) {
        return server.offers().available(item.offer()) == item.available();
    }

    @Test
    void noneLeftEndsTheSale() {
        OfferRef offer = offer(1);

        assertThat(toItsEnd(List.of(new StockLevel(offer, 0))).get(offer)).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(server.offers().available(offer)).isZero();
    }

    @Test
    void whatWasSoldOutCanBeSoldAgain() {
        OfferRef offer = offer(1);
        toItsEnd(List.of(new StockLevel(offer, 0)));

        toItsEnd(List.of(new StockLevel(offer, 4)));

        assertThat(server.offers().available(offer)).isEqualTo(4);
    }

    private static StockUpdates updates(ChannelConnector any) {
        return any.stockUpdates().orElseThrow();
    }
}
