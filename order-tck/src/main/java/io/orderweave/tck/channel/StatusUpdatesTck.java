package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.order.StatusIntent;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The clauses of {@link StatusUpdates}. A part of {@link ChannelConnectorTck}. */
public abstract class StatusUpdatesTck extends WriteGroup {

    @Override
    Facet facet() {
        return Facet.STATUS_UPDATES;
    }

    @Override
    WriteAnswer send(String orderId) {
        return updates().update(new StatusUpdate(orderId, Optional.empty(), intent(), false));
    }

    @Override
    String place(TestOrder order) {
        return server.placeFor(intent(), order);
    }

    private StatusIntent intent() {
        Set<StatusIntent> supported = updates().supported();
        return supported.contains(StatusIntent.PROCESSING)
                ? StatusIntent.PROCESSING
                : supported.iterator().next();
    }

    @Override
    Optional<Lookup> find(String orderId) {
        return Optional.empty();
    }

    @Test
    void everySupportedIntentHasATerm() {
        claimed(facet());
        int number = 0;
        assertThat(updates().supported()).isNotEmpty();

        for (StatusIntent intent : updates().supported()) {
            String order = server.placeFor(intent, TestOrder.paid(++number));

            WriteAnswer answer = updates().update(new StatusUpdate(order, Optional.empty(), intent, true));

            assertThat(answer).as(intent.name()).isInstanceOf(WriteAnswer.Applied.class);
            assertThat(landed(order)).as(intent.name()).isEqualTo(1);
        }
    }

    @Test
    void aRevisionOfThePastDoesNotLoseTheStatus() {
        String order = order();
        Optional<String> seen = latest(order).revision();
        server.change(order);

        WriteAnswer answer = updates().update(new StatusUpdate(order, seen, intent(), true));

        assertThat(answer).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(landed(order)).isEqualTo(1);
    }

    private StatusUpdates updates() {
        return connector.statusUpdates().orElseThrow();
    }
}
