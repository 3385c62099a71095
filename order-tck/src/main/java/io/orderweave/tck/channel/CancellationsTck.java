package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.id.LineId;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
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
        return cancellations().cancel(cancellation(orderId, reason()));
    }

    @Override
    Optional<Lookup> find(String orderId) {
        return Optional.of(cancellations().find(cancellation(orderId, reason())));
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

    @Test
    void aLineAloneIsCancelledAloneOrNotAtAll() {
        String order = order();
        OrderLine spoon = latest(order).lines().get(1);
        Cancellation ofTheSpoon = new Cancellation(order, Set.of(spoon.id()), reason());

        WriteAnswer answer = cancellations().cancel(ofTheSpoon);

        assertThat(answer).isInstanceOfAny(WriteAnswer.Applied.class, WriteAnswer.Rejected.class);
        boolean cancelled = answer instanceof WriteAnswer.Applied;
        assertThat(landed(order)).isEqualTo(cancelled ? 1 : 0);
        assertThat(cancellations().find(ofTheSpoon)).isInstanceOf(cancelled ? Lookup.Found.class : Lookup.Absent.class);
        assertThat(find(order)).containsInstanceOf(Lookup.Absent.class);
        assertThat(latest(order).lifecycle()).isNotEqualTo(Lifecycle.CANCELLED);
    }

    @Test
    void aLineTheOrderDoesNotHaveIsRefusedByName() {
        String order = order();
        LineId spoon = latest(order).lines().get(1).id();
        LineId none = new LineId("999999999");
        Cancellation both = new Cancellation(order, Set.of(spoon, none), reason());

        WriteAnswer answer = cancellations().cancel(both);

        assertThat(answer).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(cancellations().find(both)).isInstanceOf(Lookup.Absent.class);
        if (landed(order) > 0) {
            assertThat(((WriteAnswer.Rejected) answer).reason()).contains(none.value());
            assertThat(cancellations().find(new Cancellation(order, Set.of(spoon), reason())))
                    .isInstanceOf(Lookup.Found.class);
        }
    }

    @Test
    void theOrderIsCancelledThen() {
        String order = order();

        toItsEnd(order);

        assertThat(latest(order).lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    private CancellationReason reason() {
        return cancellations().reasons().iterator().next();
    }

    private static Cancellation cancellation(String order, CancellationReason reason) {
        return new Cancellation(order, Set.of(), reason);
    }

    private Cancellations cancellations() {
        return connector.cancellations().orElseThrow();
    }
}
