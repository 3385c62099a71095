package io.orderweave.examples.shop.command;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectState;
import io.orderweave.error.OrderweaveException;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.intake.PullReport;
import io.orderweave.intake.Quarantine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pulls every connection, then does what is due and what becomes due within a while, and says what is left. */
final class OneRun {

    private static final int SHOWN = 1_000;

    private final ShopHub shop;
    private final OrderHub hub;
    private final Duration wait;
    private final PrintWriter out;
    private boolean failed;

    OneRun(ShopHub shop, Duration wait, PrintWriter out) {
        this.shop = shop;
        this.hub = shop.hub();
        this.wait = wait;
        this.out = out;
    }

    int run() {
        shop.active().forEach(this::pull);
        runEffects();
        return report();
    }

    /** A connection that cannot be pulled keeps no other back. */
    private void pull(ConnectionId connection) {
        try {
            PullReport report = hub.pull(connection);
            out.println(connection + ": " + text(report));
        } catch (OrderweaveException fault) {
            failed = true;
            out.println(connection + ": not pulled: " + fault.getMessage());
        }
    }

    private static String text(PullReport report) {
        return report.ran()
                ? report.imported() + " new, " + report.changed() + " changed, " + report.quarantined()
                        + " in quarantine, " + report.payments() + " payments, " + report.tracking() + " parcels moved"
                : "pulled by another process";
    }

    private void runEffects() {
        Instant end = Instant.now().plus(wait);
        hub.effects().runDue();
        for (Optional<Instant> next = hub.effects().nextDue();
                next.isPresent() && next.get().isBefore(end);
                next = hub.effects().nextDue()) {
            if (!sleepUntil(next.get())) {
                return;
            }
            hub.effects().runDue();
        }
    }

    /** False when this thread was told to stop. */
    private static boolean sleepUntil(Instant moment) {
        try {
            Thread.sleep(Math.max(10, Duration.between(Instant.now(), moment).toMillis()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int report() {
        list("pending", EffectState.PLANNED, EffectState.CLAIMED, EffectState.ACCEPTED);
        boolean look = list("in doubt", EffectState.IN_DOUBT);
        List<Quarantine.Item> items = hub.quarantine().open(SHOWN);
        items.forEach(item -> out.println("in quarantine: " + item.connection() + " " + item.externalId() + ": "
                + item.reason() + ", " + item.detail()));
        if (look || !items.isEmpty()) {
            return ExitCodes.LOOK;
        }
        return failed ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    private boolean list(String title, EffectState... states) {
        List<Effect> effects = hub.effects()
                .list(EffectFilter.builder().addStates(states).limit(SHOWN).build());
        effects.forEach(effect -> out.println(title + ": " + EffectText.of(effect)));
        return !effects.isEmpty();
    }
}
