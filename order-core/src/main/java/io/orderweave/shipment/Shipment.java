package io.orderweave.shipment;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.connection.ConnectionId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.ShipmentId;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What was handed, or is to be handed, to a courier for one order. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableShipment.class)
public interface Shipment {

    ShipmentId id();

    OrderId order();

    /** The courier's connection. */
    ConnectionId courier();

    /** Our reference at the courier: unique, at most 30 characters; a lost answer is looked up by it. */
    String reference();

    /** Pieces of each line in it. */
    Map<LineId, Integer> lines();

    List<Parcel> parcels();

    Destination destination();

    Optional<Money> collectOnDelivery();

    /** The courier's key for label and cancellation. */
    String courierShipmentId();

    /** What the customer tracks it by. */
    String trackingNumber();

    /** Public tracking page for the customer. */
    Optional<String> trackingUrl();

    TrackingStatus status();

    /** Scans in the order they were told, without repetitions. */
    List<TrackingEvent> history();

    /** SHA-256 of the label, once fetched. */
    Optional<String> label();

    /** Media type of the label. */
    Optional<String> labelType();

    Instant createdAt();

    /** Whether it covers its pieces: cancelled shipments do not. */
    default boolean isLive() {
        return status() != TrackingStatus.CANCELLED;
    }

    /** A builder that starts from this. */
    default Builder toBuilder() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Shipment}s. */
    final class Builder extends ImmutableShipment.Builder {
        Builder() {}
    }
}
