package io.orderweave.internal.ledger;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Subject;
import io.orderweave.id.EffectId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.EffectPlanner;
import io.orderweave.internal.book.Planned;
import io.orderweave.rule.Decision;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.EffectStore;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The effects in the store: planned once a key, read, saved with compare-and-set. */
public final class Ledger implements EffectPlanner {

    private static final EffectQuery PLANNED =
            EffectQuery.ALL.inStates(Set.of(EffectState.PLANNED.name())).limit(10_000);

    private final Book book;
    private final EffectStore store;

    public Ledger(Book book) {
        this.book = book;
        this.store = book.stores().effects();
    }

    @Override
    public List<Decision.Fate> plan(List<Planned> effects) {
        if (effects.isEmpty()) {
            return List.of();
        }
        Instant now = book.stores().now();
        Set<String> known = store.insertAllIfAbsent(effects.stream()
                .map(planned -> EffectCodec.store(fresh(planned, now), 1))
                .toList());
        List<Decision.Fate> fates = new ArrayList<>();
        for (Planned planned : effects) {
            boolean isKnown = known.contains(planned.effect().key().toString());
            fates.add(isKnown ? planAgain(planned, now) : Decision.Fate.PLANNED);
        }
        return fates;
    }

    private Effect fresh(Planned planned, Instant now) {
        PlannedEffect wish = planned.effect();
        return Effect.builder()
                .id(new EffectId(book.newId()))
                .key(wish.key())
                .connection(wish.connection())
                .payload(wish.payload())
                .state(EffectState.PLANNED)
                .causes(planned.causes())
                .origin(planned.origin())
                .after(wish.after())
                .behind(planned.behind())
                .notBefore(wish.notBefore())
                .due(wish.notBefore().orElse(now))
                .createdAt(now)
                .build();
    }

    private Decision.Fate planAgain(Planned planned, Instant now) {
        Optional<LedgerEntry> rearmable = rearmable(planned);
        rearmable.ifPresent(
                known -> save(EffectSteps.rearmed(known.effect(), now, Optional.of(planned)), known.version()));
        return rearmable.isPresent() ? Decision.Fate.REARMED : Decision.Fate.DUPLICATE;
    }

    @Override
    public Decision.Fate fateOf(Planned planned) {
        if (rearmable(planned).isPresent()) {
            return Decision.Fate.REARMED;
        }
        return state(planned.effect().key()).isPresent() ? Decision.Fate.DUPLICATE : Decision.Fate.PLANNED;
    }

    /** The effect of that key, when it is there and is to be armed again. */
    private Optional<LedgerEntry> rearmable(Planned planned) {
        // One that a newer version of the library wrote is there, and only that version may touch it.
        return store.get(planned.effect().key().toString())
                .filter(EffectCodec::isReadable)
                .map(EffectCodec::read)
                .filter(known -> planned.mayRearm() && mayBeRearmed(known.effect()));
    }

    private static boolean mayBeRearmed(Effect effect) {
        return effect.state() == EffectState.REJECTED
                || (effect.state() == EffectState.CANCELLED && !effect.cancelledByPerson());
    }

    @Override
    public List<EffectKey> pending(Subject subject, EffectKind kind) {
        return of(subject).stream()
                .map(LedgerEntry::effect)
                .filter(effect -> effect.key().kind().equals(kind))
                .filter(effect -> effect.state() != EffectState.DONE && effect.state() != EffectState.CANCELLED)
                .map(Effect::key)
                .toList();
    }

    @Override
    public List<EffectKey> withdraw(List<EffectKey> effects, String reason) {
        List<LedgerEntry> planned = effects.stream()
                .flatMap(key -> find(key).stream())
                .filter(entry -> entry.effect().state() == EffectState.PLANNED)
                .toList();
        planned.forEach(entry -> save(EffectSteps.cancelled(entry.effect(), reason, false), entry.version()));
        return planned.stream().map(entry -> entry.effect().key()).toList();
    }

    @Override
    public int arming(EffectKey key) {
        return get(key).effect().arming();
    }

    @Override
    public void wake(Subject subject) {
        wake(store.ofSubject(subject.toString()));
    }

    /** Makes effects to the connection that wait for something due now; beyond ten thousand they look again by themselves. */
    public void wake(ConnectionId connection) {
        wake(store.find(PLANNED.to(connection.value())));
    }

    /** As {@link #wake(ConnectionId)}, for the effects of a kind. */
    void wake(EffectKind kind) {
        wake(store.find(PLANNED.ofKinds(Set.of(kind.value()))));
    }

    /** As {@link #wake(ConnectionId)}, for all effects. */
    public void wakeAll() {
        wake(store.find(PLANNED));
    }

    private void wake(List<StoredEffect> effects) {
        Instant now = book.stores().now();
        effects.stream()
                .filter(EffectCodec::isReadable)
                .map(EffectCodec::read)
                .filter(entry -> EffectSteps.isBlocked(entry.effect(), now))
                .forEach(entry -> save(EffectSteps.woken(entry.effect(), now), entry.version()));
    }

    Optional<LedgerEntry> find(EffectKey key) {
        return store.get(key.toString()).map(EffectCodec::read);
    }

    LedgerEntry get(EffectKey key) {
        return EffectCodec.read(stored(key));
    }

    StoredEffect stored(EffectKey key) {
        return store.get(key.toString())
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no effect " + key));
    }

    /** The state of the effect's key, whichever version of the library wrote it. */
    Optional<String> state(EffectKey key) {
        return store.get(key.toString()).map(StoredEffect::state);
    }

    List<LedgerEntry> of(Subject subject) {
        return store.ofSubject(subject.toString()).stream()
                .filter(EffectCodec::isReadable)
                .map(EffectCodec::read)
                .toList();
    }

    /** As {@link #of}, for the library's own handlers. */
    public List<Effect> effectsOf(Subject subject) {
        return of(subject).stream().map(LedgerEntry::effect).toList();
    }

    /** Effects due now, locked for the open transaction. */
    List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
        return store.lockDue(now, limit, exceptConnections);
    }

    /** Saves an effect read as {@code version}; returns what the next save must name. */
    LedgerEntry save(Effect effect, long version) {
        if (!store.update(EffectCodec.store(effect, version))) {
            throw new StaleVersionException("effect " + effect.key());
        }
        return new LedgerEntry(effect, version + 1);
    }

    /** Puts off an effect that this version of the library does not understand, without touching what it holds. */
    void putOff(StoredEffect effect, Instant until) {
        StoredEffect later = new StoredEffect(
                effect.key(),
                effect.subject(),
                effect.kind(),
                effect.connection(),
                effect.state(),
                Optional.of(until),
                effect.createdAt(),
                effect.version(),
                effect.schema(),
                effect.json());
        if (!store.update(later)) {
            throw new StaleVersionException("effect " + effect.key());
        }
    }

    /** The effect; empty when this version of the library cannot read it. */
    Optional<LedgerEntry> readIfPossible(StoredEffect stored) {
        try {
            return Optional.of(EffectCodec.read(stored));
        } catch (OrderweaveException unreadable) {
            return Optional.empty();
        }
    }

    EffectStore store() {
        return store;
    }

    Instant now() {
        return book.stores().now();
    }

    /** How long a node may hold a claim: more than any call's deadline. */
    static Duration lease(Duration callDeadline) {
        return callDeadline.plus(Duration.ofMinutes(1));
    }
}
