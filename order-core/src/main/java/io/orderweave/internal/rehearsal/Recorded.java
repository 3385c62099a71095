package io.orderweave.internal.rehearsal;

import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.Attempt;
import io.orderweave.effect.Cause;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.id.EntryId;
import io.orderweave.shipment.ShipmentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The recorded effects of one order: what asked for each, and what came of it. Immutable. */
final class Recorded {

    /** Kinds that tables and rules plan; those that a person asked for by name come with their own event. */
    private static final Set<EffectKind> DECIDED = Set.of(EffectKind.STATUS, EffectKind.TIMER);

    private final Map<EffectKey, Effect> effects = new LinkedHashMap<>();
    private final Map<EntryId, List<Effect>> byCause = new HashMap<>();
    private final Map<String, EffectKey> makers = new HashMap<>();
    private final Set<EffectKey> answered = new HashSet<>();
    private final Map<EffectKey, Instant> withdrawn = new HashMap<>();

    Recorded(List<Effect> ledger, List<Step> history) {
        for (Effect effect : ledger) {
            effects.put(effect.key(), effect);
            for (Cause cause : effect.causes()) {
                byCause.computeIfAbsent(cause.entry(), entry -> new ArrayList<>())
                        .add(effect);
            }
        }
        for (Step step : history) {
            if (step.actor().kind() == Actor.Kind.EFFECT) {
                answer(step);
            } else if (step.actor().kind() == Actor.Kind.RULE) {
                step.events().forEach(event -> withdrawn(event, step.at()));
            }
        }
    }

    private void withdrawn(Event event, Instant at) {
        if (event instanceof EffectEvent.EffectCancelled cancelled) {
            withdrawn.put(cancelled.effect(), at);
        }
    }

    private void answer(Step answer) {
        EffectKey key = EffectKey.parse(answer.actor().name());
        answered.add(key);
        answer.events().forEach(event -> made(event).ifPresent(id -> makers.put(id, key)));
    }

    Optional<Effect> find(EffectKey key) {
        return Optional.ofNullable(effects.get(key));
    }

    /** When a rule withdrew the effect. */
    Optional<Instant> withdrawnAt(EffectKey key) {
        return Optional.ofNullable(withdrawn.get(key));
    }

    /** Whether the timer ran as long as that one, and not until a rule withdrew it. */
    boolean hasTimer(PlannedEffect timer) {
        return find(timer.key())
                .filter(known -> answered.contains(timer.key()) || !withdrawn.containsKey(timer.key()))
                .map(known -> wish(known).notBefore())
                .filter(due -> due.isEmpty() || due.equals(timer.notBefore()))
                .isPresent();
    }

    /** The effects that this entry was the first to lead to. */
    List<Effect> begunBy(EntryId entry) {
        return byCause.getOrDefault(entry, List.of()).stream()
                .filter(effect -> effect.causes().get(0).entry().equals(entry))
                .toList();
    }

    /** The effects that a person's command, or what another effect came to, asked for on this entry: no rule and no table did. */
    List<Effect> askedForBy(EntryId entry, boolean byName) {
        return byCause.getOrDefault(entry, List.of()).stream()
                .filter(effect -> byName || !DECIDED.contains(effect.key().kind()))
                .filter(effect -> effect.causes().stream()
                        .anyMatch(cause ->
                                cause.entry().equals(entry) && cause.decision().isEmpty()))
                .toList();
    }

    /** The effect that made what the event is about; empty when it is about nothing that an effect made. */
    Optional<EffectKey> makerOf(Event event) {
        return subject(event).flatMap(id -> Optional.ofNullable(makers.get(id)));
    }

    /** What was wanted when it was planned. */
    static PlannedEffect wish(Effect effect) {
        return PlannedEffect.builder()
                .key(effect.key())
                .connection(effect.connection())
                .payload(effect.payload())
                .after(effect.after())
                // Later it tells of pauses after refusals.
                .notBefore(effect.notBefore()
                        .filter(moment -> effect.attempts().stream()
                                .allMatch(attempt -> attempt.outcome() == Attempt.Outcome.DONE)))
                .build();
    }

    private static Optional<String> made(Event event) {
        if (event instanceof ShipmentEvent.ShipmentCreated created) {
            return Optional.of(created.shipment().value());
        }
        return event instanceof DocumentEvent.DocumentIssued issued
                ? Optional.of(issued.document().value())
                : Optional.empty();
    }

    private static Optional<String> subject(Event event) {
        if (event instanceof ShipmentEvent.TrackingChanged changed) {
            return Optional.of(changed.shipment().value());
        }
        if (event instanceof DocumentEvent.CreditRequested requested) {
            return Optional.of(requested.document().value());
        }
        return event instanceof DocumentEvent.ReissueRequested requested
                ? Optional.of(requested.document().value())
                : Optional.empty();
    }
}
