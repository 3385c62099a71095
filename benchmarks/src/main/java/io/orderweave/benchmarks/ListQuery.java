package io.orderweave.benchmarks;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Axes.DocumentState;
import io.orderweave.order.Axes.PaymentState;
import io.orderweave.order.Axes.ShippingState;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Phase;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What people in a shop look at: the first page of two filters, newest first. */
public enum ListQuery {
    NEW_OF_MAIN(it -> it.addStatuses(status("new")).addConnections(connection("main"))),
    PACKING_UNPAID(it -> it.addStatuses(status("packing")).addPaymentStates(PaymentState.UNPAID)),
    PAID_NOT_INVOICED(it -> it.addStatuses(status("paid")).addDocumentStates(DocumentState.NOT_INVOICED)),
    READY_PARTLY_SHIPPED(it -> it.addPhases(Phase.READY).addShippingStates(ShippingState.PARTIALLY_SHIPPED)),
    IN_PROGRESS_OF_SMALLEST(it -> it.addPhases(Phase.IN_PROGRESS).addConnections(connection("smallest"))),
    DELIVERED_UNPAID(it -> it.addPaymentStates(PaymentState.UNPAID).addShippingStates(ShippingState.DELIVERED)),
    OVERPAID_OF_MAIN(it -> it.addPaymentStates(PaymentState.OVERPAID).addConnections(connection("main"))),
    DELIVERED_NOT_INVOICED(
            it -> it.addShippingStates(ShippingState.DELIVERED).addDocumentStates(DocumentState.NOT_INVOICED)),
    THIRD_IN_A_MONTH(it -> it.addConnections(connection("third"))
            .placedFrom(Instant.parse("2024-05-01T00:00:00Z"))
            .placedTo(Instant.parse("2024-06-01T00:00:00Z"))),
    CANCELLED_IN_A_MONTH(it -> it.addStatuses(status("cancelled"))
            .placedFrom(Instant.parse("2023-02-01T00:00:00Z"))
            .placedTo(Instant.parse("2023-03-01T00:00:00Z"))),
    VIP_DELIVERED(it -> it.tag("vip").addStatuses(status("delivered"))),
    COMPLAINT_SHIPPED(it -> it.tag("complaint").addPhases(Phase.SHIPPED)),

    /** Two common values that never meet: a quarter and four in a hundred. */
    NOTHING_RETURNED_OF_SECOND(it -> it.addStatuses(status("returned")).addConnections(connection("second"))),
    /** Two common values that never meet: nine tenths and five in a hundred. */
    NOTHING_DELIVERED_CREDITED(it -> it.addStatuses(status("delivered")).addDocumentStates(DocumentState.CREDITED));

    private final OrderQuery query;

    ListQuery(UnaryOperator<OrderQuery.Builder> filters) {
        OrderQuery.Builder builder = OrderQuery.builder();
        builder.limit(50);
        this.query = filters.apply(builder).build();
    }

    OrderQuery query() {
        return query;
    }

    private static StatusId status(String name) {
        return new StatusId(name);
    }

    private static ConnectionId connection(String name) {
        return new ConnectionId(name);
    }
}
