package io.orderweave.shipment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.PostalAddress;

/** Where a shipment goes: an address or a pickup point, never half of each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Destination.ToAddress.class, name = "address"),
    @JsonSubTypes.Type(value = Destination.ToPoint.class, name = "point")
})
public sealed interface Destination {

    /** To the recipient's door. */
    record ToAddress(PostalAddress address) implements Destination {}

    /** To a locker or shop of the courier's. */
    record ToPoint(PickupPoint point) implements Destination {}
}
