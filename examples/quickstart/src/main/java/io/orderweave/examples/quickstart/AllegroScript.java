package io.orderweave.examples.quickstart;

import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroAddress;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroBuyers;
import io.orderweave.simulator.allegro.AllegroDelivery;
import io.orderweave.simulator.allegro.AllegroEventDelivery;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroPickupPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the buyers at Allegro do: eight orders when the two paid jointly count as one, and two older ones. */
final class AllegroScript {

    private static final AllegroMarketplace PL = AllegroMarketplace.PL;
    private static final AllegroMarketplace CZ = AllegroMarketplace.CZ;

    private static final AllegroPickupPoint AT_LOCKER =
            new AllegroPickupPoint(Outside.LOCKER, "Paczkomat TOR01M", "ul. Szeroka 1", "87-100", "Toruń", "PL");
    private static final AllegroPickupPoint AT_PACKETA = new AllegroPickupPoint(
            Outside.PACKETA_POINT, "Zásilkovna Olomouc", "Horní náměstí 5", "779 00", "Olomouc", "CZ");

    private final AllegroBuyers buyers;
    private final SimulatorClock clock;

    AllegroScript(AllegroBuyers buyers, SimulatorClock clock) {
        this.buyers = buyers;
        this.clock = clock;
    }

    /** What came before the shop connected: history. */
    void before(Instant liveFrom) {
        Instant old = liveFrom.minus(Duration.ofDays(9));
        buyers.placeReady(order(PL).boughtAt(old).addLines(mug(1)).build());
        buyers.placeReady(
                order(CZ).boughtAt(old.plusSeconds(3600)).addLines(lamp()).build());
    }

    /** The morning's orders. Returns those that something happens to later. */
    Pending morning() {
        buyers.placeReady(order(PL)
                .delivery(AllegroDelivery.toPoint(PL, AllegroAddress.sample(PL), AT_LOCKER))
                .addLines(mug(2), AllegroLine.of("16002", "TEA-100", "Herbata 100 g", 3, "18.90"), towel())
                .messageToSeller("Proszę o zapakowanie na prezent.")
                .build());
        buyers.placeReady(order(PL)
                .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                .addLines(towel())
                .build());
        buyers.placeReady(order(CZ)
                .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                .delivery(AllegroDelivery.toPoint(CZ, AllegroAddress.sample(CZ), AT_PACKETA))
                .addLines(lamp())
                .build());
        return new Pending(
                buyers.place(order(CZ)
                        .paymentType(AllegroPaymentType.WIRE_TRANSFER)
                        .addLines(standingLamp())
                        .build()),
                buyers.place(order(PL).addLines(towel()).build()),
                buyers.place(order(PL).addLines(mug(3)).build()),
                buyers.place(order(PL).addLines(mug(1), towel()).build()),
                buyers.place(order(PL).addLines(mug(4)).build()),
                buyers.place(order(PL).addLines(towel()).build()));
    }

    /**
     * Orders that are not paid yet.
     *
     * @param transfer waits for a bank transfer
     * @param toCancel its buyer will change his mind
     * @param toChange its buyer will move house and then pay
     * @param toLose will be paid, and Allegro's journal will not tell
     */
    record Pending(
            String transfer, String toCancel, String toChange, String toLose, String jointFirst, String jointSecond) {}

    /** What the buyers do with them later in the day. */
    void afternoon(Pending pending) {
        buyers.cancel(pending.toCancel());
        buyers.changeAddress(
                pending.toChange(),
                AllegroAddress.builder()
                        .firstName("Zofia")
                        .lastName("Malinowska")
                        .street("ul. Nowa 99")
                        .city("Bydgoszcz")
                        .zipCode("85-001")
                        .countryCode("PL")
                        .phoneNumber("+48601555010")
                        .build());
        buyers.pay(pending.toChange());
        buyers.pay(pending.toLose(), AllegroEventDelivery.LOST);
        buyers.payJointly(pending.jointFirst(), pending.jointSecond());
    }

    /** The shop's own codes of the delivery methods that the buyers choose. */
    static Map<String, String> deliveryMethods() {
        Map<String, String> codes = new TreeMap<>();
        for (AllegroMarketplace marketplace : new AllegroMarketplace[] {PL, CZ}) {
            AllegroAddress address = AllegroAddress.sample(marketplace);
            codes.put(AllegroDelivery.courier(marketplace, address).methodId(), "courier");
            codes.put(AllegroDelivery.toPoint(marketplace, address, AT_LOCKER).methodId(), "pickup-point");
        }
        return codes;
    }

    private AllegroOrderScript.Builder order(AllegroMarketplace marketplace) {
        clock.advance(Duration.ofSeconds(20));
        AllegroOrderScript.Builder order = AllegroOrderScript.builder();
        order.marketplace(marketplace).buyer(AllegroBuyer.sample(marketplace));
        return order;
    }

    private static AllegroLine mug(int quantity) {
        return AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", quantity, "29.90");
    }

    private static AllegroLine towel() {
        return AllegroLine.of("16003", "TOWEL-L", "Ręcznik lniany", 1, "64.50");
    }

    private static AllegroLine lamp() {
        return AllegroLine.of("26001", "LAMP-S", "Stolní lampa", 1, "749.00");
    }

    private static AllegroLine standingLamp() {
        return AllegroLine.of("26002", "LAMP-L", "Stojací lampa", 1, "1290.00");
    }
}
