package io.orderweave.couriers;

import io.orderweave.courier.ShipmentRequest;
import io.orderweave.money.Money;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;

/** Shipments of an invented shop to invented people. */
public final class Requests {

    private Requests() {}

    /** To a locker in Poznań: 1.25 kg, prepaid goods of 149.90 PLN. */
    public static ShipmentRequest.Builder toPolishPoint() {
        return ShipmentRequest.builder()
                .reference("OW-7301-1")
                .recipient(polish().build())
                .destination(toPoint("POZ08A"))
                .addParcel(Parcel.ofGrams(1250))
                .value(Money.of("149.90", "PLN"));
    }

    /** To a door in Warsaw: 1.25 kg of 300 x 200 x 100 mm. */
    public static ShipmentRequest.Builder toPolishAddress() {
        return ShipmentRequest.builder()
                .reference("OW-7302-1")
                .recipient(polish().build())
                .destination(new Destination.ToAddress(PostalAddress.builder()
                        .street("Sarmacka 12B m. 3")
                        .city("Warszawa")
                        .postalCode("02-972")
                        .country(new Country("PL"))
                        .build()))
                .addParcel(Parcel.builder()
                        .weightGrams(1250)
                        .dimensions(new Parcel.Dimensions(300, 200, 100))
                        .build())
                .value(Money.of("149.90", "PLN"));
    }

    /** To a Packeta point in Brno: 2.5 kg of goods of 1290 CZK. */
    public static ShipmentRequest.Builder toCzechPoint() {
        return ShipmentRequest.builder()
                .reference("OW-8401-1")
                .recipient(czech().build())
                .destination(toPoint("1817"))
                .addParcel(Parcel.ofGrams(2500))
                .value(Money.of("1290", "CZK"));
    }

    /** To a door in Brno. */
    public static ShipmentRequest.Builder toCzechAddress() {
        return ShipmentRequest.builder()
                .reference("OW-8402-1")
                .recipient(czech().build())
                .destination(new Destination.ToAddress(PostalAddress.builder()
                        .street("Veveří 2581/102")
                        .city("Brno")
                        .postalCode("616 00")
                        .country(new Country("CZ"))
                        .build()))
                .addParcel(Parcel.builder()
                        .weightGrams(2500)
                        .dimensions(new Parcel.Dimensions(400, 300, 150))
                        .build())
                .value(Money.of("1290", "CZK"));
    }

    public static Destination toPoint(String id) {
        return new Destination.ToPoint(PickupPoint.builder().id(id).build());
    }

    public static Party.Builder polish() {
        return Party.builder()
                .personName("Żaneta Świątek")
                .email("zaneta.swiatek@example.com")
                .phone("+48 601 234 567");
    }

    public static Party.Builder czech() {
        return Party.builder()
                .personName("Ondřej Řehoř")
                .email("ondrej.rehor@example.com")
                .phone("+420 601 234 567");
    }
}
