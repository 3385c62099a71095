package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.List;
import java.util.Optional;

/**
 * Adds tracking numbers. Allegro neither recognises a repeated one nor lets it be deleted, and the list also holds numbers from
 * elsewhere, so it is read first.
 */
final class AllegroTrackingUpdates implements TrackingUpdates {

    /** Parcels of "Ship with Allegro" get their numbers from Allegro itself; adding one again would double it. */
    private static final ChannelId SHIP_WITH_ALLEGRO = new ChannelId("allegro");

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_CARRIER_NAME = 30;

    private final AllegroApi api;
    private final AllegroCarriers carriers;

    AllegroTrackingUpdates(AllegroApi api, AllegroCarriers carriers) {
        this.api = api;
        this.carriers = carriers;
    }

    @Override
    public WriteAnswer add(TrackingUpdate update) {
        if (update.courier().equals(SHIP_WITH_ALLEGRO)) {
            return new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        String number = update.trackingNumber();
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            return new WriteAnswer.Rejected(
                    "Allegro takes tracking numbers of 1 to " + LONGEST_NUMBER + " characters, not " + number.length());
        }
        Reply<AllegroShipmentsDto> shipments = api.shipments(update.externalId());
        if (shipments instanceof Reply.Refused<AllegroShipmentsDto> refused) {
            return new WriteAnswer.Rejected("the order's tracking numbers cannot be read: " + refused.reason());
        }
        Optional<AllegroShipmentsDto.Shipment> there = in(shipments, number);
        if (there.isPresent()) {
            return new WriteAnswer.AlreadyApplied(there.map(AllegroShipmentsDto.Shipment::id));
        }
        return whyNotShippedByTheSeller(update.externalId())
                .<WriteAnswer>map(WriteAnswer.Rejected::new)
                .orElseGet(() -> send(update));
    }

    @Override
    public Lookup find(TrackingUpdate update) {
        return in(api.shipments(update.externalId()), update.trackingNumber())
                .<Lookup>map(there -> new Lookup.Found(Optional.ofNullable(there.id())))
                .orElseGet(Lookup::absent);
    }

    /** Asked of the form as it is now: a number cannot be taken back. */
    private Optional<String> whyNotShippedByTheSeller(String formId) {
        Reply<RawJson> form = api.checkoutForm(formId);
        if (form instanceof Reply.Refused<RawJson> refused) {
            return Optional.of("the order cannot be read: " + refused.reason());
        }
        return AllegroFlags.isFulfilledByAllegro(
                        ((Reply.Done<RawJson>) form).body().tree())
                ? Optional.of(AllegroTerms.SHIPPED_BY_ALLEGRO)
                : Optional.empty();
    }

    private WriteAnswer send(TrackingUpdate update) {
        Reply<AllegroShipmentsDto.Shipment> reply = api.addShipment(update.externalId(), request(update));
        if (reply instanceof Reply.Refused<AllegroShipmentsDto.Shipment> refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        return new WriteAnswer.Applied(Optional.ofNullable(
                ((Reply.Done<AllegroShipmentsDto.Shipment>) reply).body().id()));
    }

    private AllegroNewShipmentDto request(TrackingUpdate update) {
        Optional<String> carrier = carriers.idOf(update.courier());
        String name = update.courier().value();
        List<AllegroNewShipmentDto.Line> lines = update.lines().keySet().stream()
                .sorted()
                .map(line -> new AllegroNewShipmentDto.Line(line.value()))
                .toList();
        return new AllegroNewShipmentDto(
                carrier.orElse(AllegroCarriers.OTHER),
                update.trackingNumber(),
                carrier.isPresent() ? null : name.substring(0, Math.min(name.length(), LONGEST_CARRIER_NAME)),
                lines.isEmpty() ? null : lines);
    }

    /** The entry of that number; none in a refusal, for an order that is not there has no numbers. */
    private static Optional<AllegroShipmentsDto.Shipment> in(Reply<AllegroShipmentsDto> reply, String number) {
        return reply instanceof Reply.Done<AllegroShipmentsDto> done
                ? all(done.body().shipments()).stream()
                        .filter(shipment -> number.equalsIgnoreCase(shipment.waybill()))
                        .findFirst()
                : Optional.empty();
    }
}
