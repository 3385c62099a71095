package io.orderweave.internal.effects;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.json.Json;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of an order the seller cancels at its channel: one effect for the same lines, whatever the reason. Pure.
 *
 * @param lines empty for the whole order
 */
public record CancellationIntent(Set<LineId> lines, CancellationReason reason) {

    public CancellationIntent {
        lines = Set.copyOf(lines);
    }

    /** To cancel every line is to cancel the order. */
    public static CancellationIntent of(Order order, Set<LineId> lines, CancellationReason reason) {
        Set<LineId> all = order.lines().stream().map(OrderLine::id).collect(Collectors.toSet());
        return new CancellationIntent(lines.containsAll(all) && all.containsAll(lines) ? Set.of() : lines, reason);
    }

    /** What an effect of the kind is to tell. */
    public static CancellationIntent of(Effect effect) {
        return Json.read(effect.payload(), CancellationIntent.class);
    }

    public PlannedEffect plan(OrderId order, ConnectionId channel) {
        return PlannedEffect.builder()
                .key(new EffectKey(Subject.of(order), EffectKind.CANCELLATION, discriminator()))
                .connection(channel)
                .payload(Json.tree(this))
                .build();
    }

    private String discriminator() {
        return lines.isEmpty()
                ? "order"
                : "lines/"
                        + Digest.id(lines.stream().map(LineId::value).sorted().collect(Collectors.joining("\n")));
    }

    /** Why the channel cannot be told so of the order as it is now. */
    public Optional<String> obstacle(Order order) {
        if (order.replacedBy().isPresent()) {
            return Optional.of("order " + order.replacedBy().get() + " took the place of order " + order.id());
        }
        List<String> unknown = lines.stream()
                .filter(line -> order.line(line).isEmpty())
                .map(LineId::value)
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of("order " + order.id() + " has no lines " + unknown);
        }
        List<LineId> shipped = order.lines().stream()
                .map(OrderLine::id)
                .filter(line -> lines.isEmpty() || lines.contains(line))
                .filter(line -> order.progress().line(line).shipped() > 0)
                .toList();
        return shipped.isEmpty()
                ? Optional.empty()
                : Optional.of("pieces of lines " + shipped + " of order " + order.id() + " are shipped");
    }
}
