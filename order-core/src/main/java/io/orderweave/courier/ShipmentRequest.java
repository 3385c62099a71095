package io.orderweave.courier;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.money.Money;
import io.orderweave.party.Party;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What to announce to a courier. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableShipmentRequest.class)
public interface ShipmentRequest {

    /** Ours, unique, at most 30 letters, digits and hyphens. */
    String reference();

    Party recipient();

    Destination destination();

    List<Parcel> parcels();

    /** The courier's own code of the service; empty lets the courier's default for the destination stand. */
    Optional<String> service();

    Optional<Money> collectOnDelivery();

    /** Value of the goods, for insurance and customs. */
    Money value();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ShipmentRequest}s. */
    final class Builder extends ImmutableShipmentRequest.Builder {
        Builder() {}
    }
}
