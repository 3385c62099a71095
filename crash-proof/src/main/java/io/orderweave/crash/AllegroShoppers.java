package io.orderweave.crash;

import io.orderweave.crash.judge.Expectation;
import io.orderweave.crash.node.SharedTime;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the buyers at Allegro do, drawn from the story's seed, and what must have become of their orders. Belongs to one thread. */
final class AllegroShoppers {

    private static final AllegroMarketplace PL = AllegroMarketplace.PL;
    private static final AllegroMarketplace CZ = AllegroMarketplace.CZ;
    private static final AllegroPickupPoint AT_LOCKER =
            new AllegroPickupPoint(Outside.LOCKER, "Paczkomat TOR01M", "ul. Szeroka 1", "87-100", "Toruń", "PL");
    private static final AllegroPickupPoint AT_PACKETA = new AllegroPickupPoint(
            Outside.PACKETA_POINT, "Zásilkovna Olomouc", "Horní náměstí 5", "779 00", "Olomouc", "CZ");

    private final AllegroBuyers buyers;
    private final SharedTime time;
    private final Random random;
    private final Map<String, Expectation> expectations = new LinkedHashMap<>();
    private final List<String> transfers = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    AllegroShoppers(AllegroBuyers buyers, SharedTime time, long seed) {
        this.buyers = buyers;
        this.time = time;
        this.random = new Random(seed);
    }

    /** What must have become of each order that the marketplace still has, by its id. */
    Map<String, Expectation> expectations() {
        return expectations;
    }

    /** The orders that wait for a bank transfer. */
    List<String> transfers() {
        return transfers;
    }

    /** What was sold before the shop connected. */
    void before(Instant liveFrom) {
        Instant old = liveFrom.minus(Duration.ofDays(9));
        expectations.put(
                buyers.placeReady(order(PL).boughtAt(old).addLines(mug()).build()), Expectation.HISTORY);
    }

    /** Orders that are ready to be sent. */
    void morning() {
        place(order(PL).addLines(mug()));
        place(order(PL)
                .delivery(AllegroDelivery.toPoint(PL, AllegroAddress.sample(PL), AT_LOCKER))
                .addLines(mug(), towel()));
        if (random.nextBoolean()) {
            place(order(PL).paymentType(AllegroPaymentType.CASH_ON_DELIVERY).addLines(towel()));
        }
        if (random.nextBoolean()) {
            place(order(CZ)
                    .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                    .delivery(AllegroDelivery.toPoint(CZ, AllegroAddress.sample(CZ), AT_PACKETA))
                    .addLines(lamp()));
        }
    }

    /** Orders that something happens to later. */
    void noon() {
        if (random.nextBoolean()) {
            String transfer = buyers.place(order(CZ)
                    .paymentType(AllegroPaymentType.WIRE_TRANSFER)
                    .addLines(lamp())
                    .build());
            expectations.put(transfer, Expectation.DELIVERED);
            transfers.add(transfer);
        }
        String cancelled = buyers.place(order(PL).addLines(towel()).build());
        expectations.put(cancelled, Expectation.CANCELLED);
        later.add(() -> buyers.cancel(cancelled));
        String moved = buyers.place(order(PL).addLines(mug()).build());
        expectations.put(moved, Expectation.DELIVERED);
        later.add(() -> {
            buyers.changeAddress(moved, newAddress());
            // Allegro's journal may lose the event; the list of orders tells it ten minutes later.
            buyers.pay(moved, random.nextBoolean() ? AllegroEventDelivery.LOST : AllegroEventDelivery.ONCE);
        });
        if (random.nextBoolean()) {
            String first = buyers.place(order(PL).addLines(mug()).build());
            String second = buyers.place(order(PL).addLines(towel()).build());
            later.add(() -> expectations.put(buyers.payJointly(first, second), Expectation.DELIVERED));
        }
    }

    /** They pay, cancel, move house, pay jointly. */
    void afternoon() {
        later.forEach(Runnable::run);
        later.clear();
    }

    private void place(AllegroOrderScript.Builder order) {
        expectations.put(buyers.placeReady(order.build()), Expectation.DELIVERED);
    }

    private AllegroOrderScript.Builder order(AllegroMarketplace marketplace) {
        time.advance(Duration.ofSeconds(20));
        AllegroOrderScript.Builder order = AllegroOrderScript.builder();
        order.marketplace(marketplace).buyer(AllegroBuyer.sample(marketplace));
        return order;
    }

    private AllegroLine mug() {
        return AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 1 + random.nextInt(4), "29.90");
    }

    private static AllegroLine towel() {
        return AllegroLine.of("16003", "TOWEL-L", "Ręcznik lniany", 1, "64.50");
    }

    private AllegroLine lamp() {
        return AllegroLine.of("26001", "LAMP-S", "Stolní lampa", 1 + random.nextInt(2), "749.00");
    }

    private static AllegroAddress newAddress() {
        return AllegroAddress.builder()
                .firstName("Zofia")
                .lastName("Malinowska")
                .street("ul. Nowa 99")
                .city("Bydgoszcz")
                .zipCode("85-001")
                .countryCode("PL")
                .phoneNumber("+48601555010")
                .build();
    }
}
