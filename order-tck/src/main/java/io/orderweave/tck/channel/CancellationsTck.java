package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.order.CancellationReason;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The clauses of {@link Cancellations}. A part of {@link ChannelConnectorTck}. */
public abstract class CancellationsTck extends WriteGroup {

    @Override
    Facet facet() {
        return Facet.CANCELLATIONS;
    }

    @Override
    WriteAnswer send(String orderId) {
        return cancellations()
                .cancel(cancellation(
                        orderId, cancellations().reasons().iterator().next()));
    }

    @Override
    Optional<Lookup> find(String orderId) {
        return Optional.of(cancellations()
                .find(cancellation(orderId, cancellations().reasons().iterator().next())));
    }

    @Test
    void everyReasonHasATerm() {
        claimed(facet());
        int number = 0;
        assertThat(cancellations().reasons()).isNotEmpty();

        for (CancellationReason reason : cancellations().reasons()) {
            String order = place(TestOrder.paid(++number));

            assertThat(cancellations().cancel(cancellation(order, reason)))
                    .as(reason.name())
                    .isInstanceOf(WriteAnswer.Applied.class);
        }
    }

    private static Cancellation cancellation(String order, CancellationReason reason) {
        return new Cancellation(order, Set.of(), reason);
    }

    private Cancellations cancellations() {
        return connector.cancellations().orElseThrow();
    }
}
