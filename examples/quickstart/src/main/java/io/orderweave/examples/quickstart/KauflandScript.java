package io.orderweave.examples.quickstart;

import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.kaufland.KauflandAddress;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandPickupLocation;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the buyers at Kaufland do: four orders, and an older one. Each piece they buy goes its own way there. */
final class KauflandScript {

    /** Who runs the pickup points: Kaufland's only word for how an order is delivered. */
    static final String POINTS_OF = "Packeta";

    private static final KauflandStorefront PL = KauflandStorefront.PL;
    private static final KauflandStorefront CZ = KauflandStorefront.CZ;

    private final KauflandSimulator kaufland;
    private final SimulatorClock clock;

    KauflandScript(KauflandSimulator kaufland, SimulatorClock clock) {
        this.kaufland = kaufland;
        this.clock = clock;
    }

    /** What came before the shop connected: history. */
    void before(Instant liveFrom) {
        Instant old = liveFrom.minus(Duration.ofDays(8));
        kaufland.buyers().placeReady(order(CZ).placedAt(old).addItems(lamp()).build());
    }

    /** The morning's orders. Returns the one that Kaufland does not release yet. */
    String morning() {
        kaufland.buyers()
                .placeReady(order(PL)
                        .billingAddress(company())
                        .addItems(mug("29.90", "23", 2))
                        .build());
        kaufland.buyers()
                .placeReady(order(CZ).addItems(mug("189.00", "21", 3), lamp()).build());
        kaufland.buyers()
                .placeReady(order(CZ)
                        .pickup(new KauflandPickupLocation(
                                Outside.PACKETA_POINT, POINTS_OF, POINTS_OF, "PPCK", Optional.empty()))
                        .addItems(lamp())
                        .build());
        return kaufland.buyers()
                .place(order(CZ).addItems(mug("189.00", "21", 3)).build());
    }

    /** Of that order one piece is cancelled, the others are released. */
    void afternoon(String unreleased) {
        long piece = kaufland.counters().order(unreleased).unitIds().get(0);
        kaufland.platform().setUnitStatus(piece, "cancelled");
        kaufland.buyers().pay(unreleased);
    }

    private KauflandOrderScript.Builder order(KauflandStorefront storefront) {
        clock.advance(Duration.ofSeconds(20));
        KauflandOrderScript.Builder order = KauflandOrderScript.builder();
        order.storefront(storefront);
        return order;
    }

    private static KauflandItem mug(String price, String vat, int quantity) {
        return item("MUG-BLUE", "Keramiktasse blau", price, vat)
                .quantity(quantity)
                .build();
    }

    private static KauflandItem lamp() {
        return item("LAMP-S", "Tischlampe", "749.00", "21")
                .shipping(new BigDecimal("79.00"))
                .build();
    }

    private static KauflandItem.Builder item(String offer, String title, String price, String vat) {
        KauflandItem.Builder item = KauflandItem.builder();
        item.offerId(offer).title(title).price(new BigDecimal(price)).vat(new BigDecimal(vat));
        return item;
    }

    private static KauflandAddress company() {
        return KauflandAddress.builder()
                .firstName("Świętosław")
                .lastName("Żak")
                .companyName("Biuro Przykład S.A.")
                .street("al. Testowa")
                .houseNumber("5")
                .postcode("00-001")
                .city("Warszawa")
                .country("PL")
                .build();
    }
}
