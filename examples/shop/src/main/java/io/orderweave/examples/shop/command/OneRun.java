package io.orderweave.examples.shop.command;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectState;
import io.orderweave.error.OrderweaveException;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.Time;
import io.orderweave.intake.PullReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Pulls every connection, does what is due and what becomes due within a while, and says what is left. What goes out comes back as a
 * change at the channel: it pulls again until nothing moves, while time is left, so that the next run finds nothing of this one.
 */
final class OneRun {

    private static final int SHOWN = 1_000;

    /** What is due by this machine's clock may not be due yet by that of the database. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final ShopHub shop;
    private final OrderHub hub;
    private final Time time;
    private final Duration wait;
    private final PrintWriter out;
    private final Set<ConnectionId> failed = new HashSet<>();

    OneRun(ShopHub shop, Time time, Duration wait, PrintWriter out) {
        this.shop = shop;
        this.hub = shop.hub();
        this.time = time;
        this.wait = wait;
        this.out = out;
    }

    int run() {
        Instant end = time.clock().instant().plus(wait);
        boolean moved = round(end, report -> true);
        while (moved
                && !Thread.currentThread().isInterrupted()
                && time.clock().instant().isBefore(end)) {
            moved = round(end, PullReport::broughtAnything);
        }
        return report();
    }

    /** Pulls and does what is due once. Whether anything came in or went out. */
    private boolean round(Instant end, Predicate<PullReport> worthTelling) {
        boolean brought = false;
        for (ConnectionId connection : shop.active()) {
            Optional<PullReport> report = failed.contains(connection) ? Optional.empty() : pull(connection);
            report.filter(worthTelling).ifPresent(told -> say(connection + ": " + PullText.of(told)));
            brought |= report.filter(PullReport::broughtAnything).isPresent();
        }
        return runEffects(end) || brought;
    }

    /** A connection that cannot be pulled keeps no other back. */
    private Optional<PullReport> pull(ConnectionId connection) {
        try {
            return Optional.of(hub.pull(connection));
        } catch (OrderweaveException fault) {
            failed.add(connection);
            say(connection + ": not pulled: " + AuthCommand.advice(shop, connection, fault));
            return Optional.empty();
        }
    }

    /** At once: a person may be waiting. */
    private void say(String text) {
        out.println(text);
        out.flush();
    }

    /** Whether anything was done. */
    private boolean runEffects(Instant end) {
        boolean did = hub.effects().runDue().didAnything();
        for (Optional<Instant> next = nextBefore(end); next.isPresent(); next = nextBefore(end)) {
            say("waiting until " + Moments.of(next.get()) + ", when more is due");
            if (!time.await(next.get())) {
                return did;
            }
            did |= hub.effects().runDue().didAnything();
        }
        return did;
    }

    /** When to look again, if that is within the wait. */
    private Optional<Instant> nextBefore(Instant end) {
        Instant soonest = time.clock().instant().plus(SHORTEST_PAUSE);
        return hub.effects()
                .nextDue()
                .map(due -> due.isAfter(soonest) ? due : soonest)
                .filter(next -> next.isBefore(end));
    }

    private int report() {
        list("pending", EffectState.PLANNED, EffectState.CLAIMED, EffectState.ACCEPTED);
        boolean look = list("in doubt", EffectState.IN_DOUBT);
        int refused = effects(EffectState.REJECTED).size();
        if (refused > 0) {
            out.println("refused so far: " + Count.of(refused, "effect") + "; effects --state=rejected lists "
                    + (refused == 1 ? "it" : "them"));
        }
        look |= QuarantineText.list(hub.quarantine(), out);
        if (look) {
            return ExitCodes.LOOK;
        }
        return failed.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private boolean list(String title, EffectState... states) {
        List<Effect> effects = effects(states);
        effects.forEach(effect -> out.println(title + ": " + EffectText.of(effect)));
        return !effects.isEmpty();
    }

    private List<Effect> effects(EffectState... states) {
        return hub.effects()
                .list(EffectFilter.builder().addStates(states).limit(SHOWN).build());
    }
}
