package io.orderweave.couriers.packeta;

import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.couriers.internal.Kilograms;
import io.orderweave.couriers.internal.PersonName;
import io.orderweave.couriers.internal.StreetLine;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts a shipment in Packeta's words. Limits are those of {@code PacketAttributes} in Packeta's data structures reference. */
final class PacketaShipmentMapper {

    private static final int LONGEST_NUMBER = 36;
    private static final int LONGEST_TEXT = 32;
    private static final int LONGEST_HOUSE_NUMBER = 16;
    private static final Pattern ADDRESS_ID = Pattern.compile("\\d{1,9}");
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)?\\d{6,15}");

    private final String sender;
    private final PacketaHomeCarriers homeCarriers;

    PacketaShipmentMapper(String sender, PacketaHomeCarriers homeCarriers) {
        this.sender = sender;
        this.homeCarriers = homeCarriers;
    }

    Checked<PacketAttributes> map(ShipmentRequest request) {
        PacketDraft packet = new PacketDraft();
        packet.put("number", request.reference(), LONGEST_NUMBER);
        putRecipient(packet, request.recipient());
        if (request.destination() instanceof Destination.ToPoint to) {
            putPoint(packet, to.point(), request.service());
        } else {
            putAddress(packet, ((Destination.ToAddress) request.destination()).address(), request.service());
        }
        PacketaMoney.put(packet, request);
        List<Parcel> parcels = request.parcels();
        packet.refuseUnless(
                parcels.size() == 1,
                "weight: Packeta takes one parcel per packet, not " + parcels.size() + "; announce each on its own");
        Optional<Parcel> parcel = parcels.stream().findFirst();
        parcel.ifPresent(one -> packet.put("weight", Kilograms.ofGrams(one.weightGrams())));
        packet.put("eshop", sender);
        return packet.finish(parcel.flatMap(Parcel::dimensions));
    }

    /** A single word goes as the name alone, which Packeta splits itself if it can. */
    private static void putRecipient(PacketDraft packet, Party recipient) {
        Optional<String> company = present(recipient.company());
        String person = present(recipient.personName()).or(() -> company).orElse("");
        Optional<PersonName> names = PersonName.parse(person);
        packet.put("name", names.map(PersonName::first).orElse(person), LONGEST_TEXT);
        names.ifPresent(name -> packet.put("surname", name.last(), LONGEST_TEXT));
        company.ifPresent(name -> packet.put("company", name, LONGEST_TEXT));
        present(recipient.email()).ifPresent(email -> packet.put("email", email));
        present(recipient.phone()).ifPresent(phone -> putPhone(packet, phone));
        packet.refuseUnless(
                packet.has("email") || packet.has("phone"),
                "email, phone: both missing; Packeta tells the recipient by one of them");
    }

    private static void putPhone(PacketDraft packet, String phone) {
        String compact = phone.replaceAll("[\\s\\u00A0().-]", "");
        packet.refuseUnless(PHONE.matcher(compact).matches(), "phone: not a phone number");
        packet.put("phone", compact);
    }

    /**
     * A service names the foreign carrier whose point it is, as {@code addressId}, and the point goes as its code; without one
     * the point is Packeta's own.
     */
    private static void putPoint(PacketDraft packet, PickupPoint point, Optional<String> carrier) {
        String addressId = carrier.orElse(point.id());
        packet.refuseUnless(
                ADDRESS_ID.matcher(addressId).matches(),
                carrier.isPresent()
                        ? "addressId: the service must be the number of a carrier of Packeta's"
                        : "addressId: a pickup point of Packeta's has a number; a carrier's point needs the carrier's"
                                + " number as the service");
        packet.put("addressId", addressId);
        carrier.ifPresent(present -> packet.put("carrierPickupPoint", point.id(), LONGEST_TEXT));
    }

    private void putAddress(PacketDraft packet, PostalAddress address, Optional<String> service) {
        Optional<String> carrier = service.or(() -> homeCarriers.in(address.country()));
        packet.refuseUnless(
                carrier.isPresent(),
                "addressId: no carrier for delivery to an address in " + address.country()
                        + "; name one as the service or in the setting " + PacketaSettingsSchema.HOME_CARRIERS);
        carrier.ifPresent(id -> {
            packet.refuseUnless(ADDRESS_ID.matcher(id).matches(), "addressId: the carrier must be a number");
            packet.put("addressId", id);
        });
        StreetLine line = StreetLine.parse(address.street());
        packet.put("street", line.street(), LONGEST_TEXT);
        // Without one, Packeta tries to take the number out of the street itself.
        line.houseNumber().ifPresent(number -> packet.put("houseNumber", number, LONGEST_HOUSE_NUMBER));
        packet.put("city", address.city().strip(), LONGEST_TEXT);
        present(address.region()).ifPresent(region -> packet.put("province", region, LONGEST_TEXT));
        packet.put("zip", address.postalCode().replaceAll("\\s", ""), LONGEST_TEXT);
    }

    private static Optional<String> present(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
