package io.orderweave.crash;

import io.orderweave.crash.judge.Expectation;
import io.orderweave.crash.node.SharedTime;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the buyers at Kaufland do, drawn from the story's seed, and what must become of their orders. Each piece that they buy is sent and
 * told of on its own there. Belongs to one thread.
 */
final class KauflandShoppers {

    private final KauflandSimulator kaufland;
    private final SharedTime time;
    private final Random random;
    private final Map<String, Expectation> expectations = new LinkedHashMap<>();
    private final List<Runnable> later = new ArrayList<>();

    KauflandShoppers(KauflandSimulator kaufland, SharedTime time, long seed) {
        this.kaufland = kaufland;
        this.time = time;
        this.random = new Random(seed);
    }

    /** What must have become of each order, by its id. */
    Map<String, Expectation> expectations() {
        return expectations;
    }

    /** What was sold before the shop connected. */
    void before(Instant liveFrom) {
        Instant old = liveFrom.minus(Duration.ofDays(8));
        expectations.put(
                kaufland.buyers()
                        .placeReady(order(KauflandStorefront.CZ)
                                .placedAt(old)
                                .addItems(lamp())
                                .build()),
                Expectation.HISTORY);
    }

    /** An order that is released at once. */
    void morning() {
        KauflandOrderScript.Builder order =
                order(KauflandStorefront.CZ).addItems(mugs("189.00", "21", 2 + random.nextInt(2)));
        if (random.nextBoolean()) {
            order.addItems(lamp());
        }
        expectations.put(kaufland.buyers().placeReady(order.build()), Expectation.DELIVERED);
    }

    /** One that is not yet to be sent: it loses a piece and is released, or is cancelled. */
    void noon() {
        if (random.nextBoolean()) {
            return;
        }
        String waiting = kaufland.buyers()
                .place(order(KauflandStorefront.PL)
                        .addItems(mugs("29.90", "23", 2 + random.nextInt(2)))
                        .build());
        boolean cancelled = random.nextInt(3) == 0;
        expectations.put(waiting, cancelled ? Expectation.CANCELLED : Expectation.DELIVERED);
        later.add(() -> {
            if (cancelled) {
                kaufland.buyers().cancel(waiting);
                return;
            }
            long piece = kaufland.counters().order(waiting).unitIds().get(0);
            kaufland.platform().setUnitStatus(piece, "cancelled");
            kaufland.buyers().pay(waiting);
        });
    }

    /** Kaufland releases, and cancels. */
    void afternoon() {
        later.forEach(Runnable::run);
        later.clear();
    }

    private KauflandOrderScript.Builder order(KauflandStorefront storefront) {
        time.advance(Duration.ofSeconds(20));
        KauflandOrderScript.Builder order = KauflandOrderScript.builder();
        order.storefront(storefront);
        return order;
    }

    private static KauflandItem mugs(String price, String vat, int quantity) {
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
}
