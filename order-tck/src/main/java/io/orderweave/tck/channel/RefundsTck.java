package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.order.OrderLine;
import io.orderweave.payment.RefundPart;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The clauses of {@link Refunds}. A part of {@link ChannelConnectorTck}. */
public abstract class RefundsTck extends WriteGroup {

    private final Map<String, RefundRequest> requests = new HashMap<>();

    @Override
    Facet facet() {
        return Facet.REFUNDS;
    }

    @Override
    WriteAnswer send(String orderId) {
        return refunds().refund(request(orderId, 1));
    }

    @Override
    WriteAnswer resume(String handle, String orderId) {
        return refunds().resume(handle, request(orderId, 1));
    }

    @Override
    Optional<Lookup> find(String orderId) {
        return Optional.of(refunds().find(request(orderId, 1)));
    }

    @Test
    void twoRefundsOfOneAmountAreTwo() {
        String order = order();
        toItsEnd(order);

        RefundRequest second = request(order, 2);

        if (channel().lookups().contains(facet())) {
            assertThat(refunds().find(second)).isInstanceOf(Lookup.Absent.class);
        }
        assertThat(refunds().refund(second)).isNotInstanceOf(WriteAnswer.AlreadyApplied.class);
        assertThat(landed(order)).isEqualTo(2);
    }

    /** One piece of the first line; the same for every attempt, as the engine keeps it. */
    private RefundRequest request(String orderId, int number) {
        return requests.computeIfAbsent(orderId + "#" + number, key -> {
            RefundRequest.Builder request = RefundRequest.builder()
                    .key(new UUID(orderId.hashCode(), number))
                    .externalId(orderId)
                    .reason(refunds().reasons().iterator().next());
            boolean unknown = orderId.equals(server.unknownOrder());
            // Of an order that is not there a line is named all the same, but no payment.
            ChannelOrder order = latest(unknown ? server.place(TestOrder.paid(9)) : orderId);
            order.payments().stream()
                    .filter(payment -> !unknown)
                    .findFirst()
                    .map(ChannelPayment::externalId)
                    .ifPresent(request::payment);
            OrderLine line = order.lines().get(0);
            return request.addParts(new RefundPart.Pieces(line.id(), 1, line.unitPrice()))
                    .build();
        });
    }

    private Refunds refunds() {
        return connector.refunds().orElseThrow();
    }
}
