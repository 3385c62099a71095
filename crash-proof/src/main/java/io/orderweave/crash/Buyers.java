package io.orderweave.crash;

import io.orderweave.crash.judge.Expectation;
import io.orderweave.crash.node.SharedTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the buyers at both marketplaces do, and what must have become of it in the end. Act only while no node works. */
final class Buyers {

    private final AllegroShoppers allegro;
    private final KauflandShoppers kaufland;

    Buyers(Outside outside, SharedTime time, Random random) {
        this.allegro = new AllegroShoppers(outside.allegro().buyers(), time, random.nextLong());
        this.kaufland = new KauflandShoppers(outside.kaufland(), time, random.nextLong());
    }

    /** What must have become of each order that the marketplaces still have, by its id. */
    Map<String, Expectation> expectations() {
        Map<String, Expectation> all = new HashMap<>(allegro.expectations());
        all.putAll(kaufland.expectations());
        return all;
    }

    /** The orders that wait for a bank transfer. */
    List<String> transfers() {
        return allegro.transfers();
    }

    /** What was sold before the shop connected. */
    void before(Instant liveFrom) {
        allegro.before(liveFrom);
        kaufland.before(liveFrom);
    }

    /** Orders that are ready to be sent. */
    void morning() {
        allegro.morning();
        kaufland.morning();
    }

    /** Orders that something happens to later. */
    void noon() {
        allegro.noon();
        kaufland.noon();
    }

    /** They pay, cancel, move house, pay jointly; Kaufland releases. */
    void afternoon() {
        allegro.afternoon();
        kaufland.afternoon();
    }
}
