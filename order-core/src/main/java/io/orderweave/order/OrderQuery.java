package io.orderweave.order;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.StatusId;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A search in the order book: every given filter must hold. Newest first. */
@Value.Immutable
@ValueStyle
public interface OrderQuery {

    Set<StatusId> statuses();

    Set<Phase> phases();

    Set<Axes.PaymentState> paymentStates();

    Set<Axes.ShippingState> shippingStates();

    Set<Axes.DocumentState> documentStates();

    Set<ConnectionId> connections();

    Optional<String> tag();

    /** The order's number, exactly. Where no working order has it, the archive is searched too. */
    Optional<String> number();

    Optional<Instant> placedFrom();

    /** Exclusive. */
    Optional<Instant> placedTo();

    /** Search among the orders that were moved aside instead. */
    @Value.Default
    default boolean archived() {
        return false;
    }

    /** Opaque: {@link OrderPage#next()} of the page before. */
    Optional<String> after();

    @Value.Default
    default int limit() {
        return 100;
    }

    static OrderQuery all() {
        return builder().build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link OrderQuery}s. */
    final class Builder extends ImmutableOrderQuery.Builder {
        Builder() {}
    }
}
