package io.orderweave.internal.explain;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Effects;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.effects.AskedRefunds;
import io.orderweave.journal.WhyNot;
import io.orderweave.journal.WhyNot.Obstacle;
import io.orderweave.journal.WhyNot.Obstacle.Sort;
import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import io.orderweave.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** What stands between an order and an effect: computed now, by the rules in force. */
final class Obstacles {

    /** What goes to the order's own channel. */
    private static final Set<EffectKind> TO_CHANNEL = Set.of(
            EffectKind.STATUS, EffectKind.TRACKING, EffectKind.UPLOAD, EffectKind.REFUND, EffectKind.CANCELLATION);

    private final Book book;
    private final Supplier<Setup> inForce;
    private final Effects effects;
    private final BiPredicate<ConnectionId, EffectKind> takes;
    private final NearMisses nearMisses;

    /** @param takes whether what is behind a channel's connection takes effects of that kind */
    Obstacles(
            Book book,
            Supplier<Setup> inForce,
            Effects effects,
            BiPredicate<ConnectionId, EffectKind> takes,
            NearMisses nearMisses) {
        this.book = book;
        this.inForce = inForce;
        this.effects = effects;
        this.takes = takes;
        this.nearMisses = nearMisses;
    }

    WhyNot against(Order order, EffectKind kind) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (order.history()) {
            obstacles.add(new Obstacle(Sort.HISTORY, Message.of("obstacle.history")));
        }
        order.replacedBy()
                .ifPresent(by -> obstacles.add(new Obstacle(Sort.REPLACED, Message.of("obstacle.replaced", "by", by))));
        mode(order, kind).ifPresent(obstacles::add);
        facet(order, kind).ifPresent(obstacles::add);
        for (Effect effect : effects.of(Subject.of(order.id()))) {
            if (effect.key().kind().equals(kind)) {
                obstacles.add(new Obstacle(Sort.EFFECT, stands(effect)));
            }
        }
        if (kind.equals(EffectKind.INVOICE)) {
            CoverReasons.of(book.documentsOf(order.id()))
                    .forEach(reason -> obstacles.add(new Obstacle(Sort.COVER, reason)));
        }
        if (kind.equals(EffectKind.REFUND)) {
            RefundReasons.of(order, AskedRefunds.of(order, effects::of))
                    .ifPresent(reason -> obstacles.add(new Obstacle(Sort.COVER, reason)));
        }
        if (order.isHeld()) {
            List<String> codes = order.holds().stream().map(Hold::code).toList();
            obstacles.add(new Obstacle(Sort.HOLD, Message.of("obstacle.held", "codes", codes)));
        }
        return new WhyNot(order.id(), kind, obstacles, nearMisses.of(order, kind));
    }

    private Optional<Obstacle> mode(Order order, EffectKind kind) {
        Setup setup = inForce.get();
        if (setup.onlyObserves(order)) {
            return Optional.of(new Obstacle(Sort.MODE, Message.of("obstacle.observes")));
        }
        return order.connection()
                .filter(connection -> TO_CHANNEL.contains(kind) && setup.mode(connection) == Mode.OFF)
                .map(connection -> new Obstacle(Sort.MODE, Message.of("obstacle.off", "connection", connection)));
    }

    private Optional<Obstacle> facet(Order order, EffectKind kind) {
        if (!TO_CHANNEL.contains(kind)) {
            return Optional.empty();
        }
        if (order.ref().isEmpty()) {
            return Optional.of(new Obstacle(Sort.FACET, Message.of("obstacle.no-channel")));
        }
        return order.connection()
                .filter(connection -> !takes.test(connection, kind))
                .map(connection -> new Obstacle(
                        Sort.FACET, Message.of("obstacle.no-facet", "connection", connection, "kind", kind)));
    }

    private static Message stands(Effect effect) {
        return Message.of(
                effect.reason().isPresent() ? "obstacle.effect-because" : "obstacle.effect",
                "effect",
                effect.key(),
                "state",
                effect.state(),
                "reason",
                effect.reason().orElse(""));
    }
}
