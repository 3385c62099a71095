package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.RecoveryState;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import io.orderweave.internal.book.ChangeScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an effect's way ends, or gets stuck, with what that means for the book. Each in the open transaction. */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Ledger ledger;
    private final Duration alertDoubtAfter;

    /** @param alertDoubtAfter how long a doubt may last before somebody is told */
    Endings(Ledger ledger, Duration alertDoubtAfter) {
        this.ledger = ledger;
        this.alertDoubtAfter = alertDoubtAfter;
    }

    /** Puts a stored answer into the book. */
    void fold(ChangeScope scope, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        JsonNode answer = effect.answer().orElseThrow();
        handler.fold(new ScopeContext(scope, effect), answer);
        done(entry, EffectSteps.done(effect, effect.reference(), Optional.empty()), tally);
    }

    void done(LedgerEntry entry, Effect done, Tally tally) {
        ledger.save(done, entry.version());
        ledger.wake(done.key().subject());
        tally.done();
    }

    /** Into doubt: the first look is soon, for a remote that has it can tell at once. */
    void doubt(ScopeContext context, LedgerEntry entry, String reason, RemoteEffectHandler handler, Tally tally) {
        Instant now = ledger.now();
        doubt(context, entry, EffectSteps.inDoubt(entry.effect(), reason, now, now.plusSeconds(1)), handler, tally);
    }

    /** Into doubt unsent: the time that was lost may have seen it done. */
    void suspect(
            ScopeContext context,
            LedgerEntry entry,
            JsonNode request,
            RecoveryState recovery,
            RemoteEffectHandler handler,
            Tally tally) {
        Effect effect = entry.effect();
        Duration deadline = handler.callDeadline(effect);
        doubt(
                context,
                entry,
                EffectSteps.suspected(effect, request, recovery.begunAt(), deadline, ledger.now()),
                handler,
                tally);
    }

    private void doubt(
            ScopeContext context, LedgerEntry entry, Effect doubtful, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        String reason = doubtful.reason().orElseThrow();
        ledger.save(
                handler.resolution(effect) == Resolution.PERSON ? untilAlerted(doubtful) : doubtful, entry.version());
        context.announce(new EffectEvent.EffectInDoubt(effect.key(), reason));
        tally.inDoubt();
        LOG.warn("Effect {} is in doubt: {}", effect.key(), reason);
    }

    /** The effect, told of once when its doubt has lasted too long. */
    Effect alerted(ScopeContext context, Effect effect) {
        if (!EffectSteps.mustBeAnnounced(effect, ledger.now(), alertDoubtAfter)) {
            return effect;
        }
        Instant since = effect.doubtSince().orElseThrow();
        context.announce(new EffectEvent.EffectUnresolved(
                effect.key(), since, effect.reason().orElse("")));
        LOG.warn("Effect {} has been in doubt since {}; a person should look", effect.key(), since);
        return EffectSteps.announced(effect);
    }

    /** A doubt that only a person ends: looked at again only to tell somebody. */
    Effect untilAlerted(Effect effect) {
        return EffectSteps.lookAgain(
                effect,
                effect.doubtSince()
                        .filter(since -> !effect.doubtAnnounced())
                        .map(since -> since.plus(alertDoubtAfter)));
    }

    void cancel(ScopeContext context, LedgerEntry entry, String reason, Tally tally) {
        ledger.save(EffectSteps.cancelled(entry.effect(), reason, false), entry.version());
        context.announce(new EffectEvent.EffectCancelled(entry.effect().key(), reason));
        ledger.wake(entry.effect().key().subject());
        tally.cancelled();
    }

    /** Refused; what waits for it looks again, to say so. */
    void reject(ScopeContext context, LedgerEntry entry, String reason, Tally tally) {
        ledger.save(EffectSteps.rejected(entry.effect(), reason), entry.version());
        context.announce(new EffectEvent.EffectRejected(entry.effect().key(), reason));
        ledger.wake(entry.effect().key().subject());
        tally.rejected();
        LOG.warn("Effect {} was refused: {}", entry.effect().key(), reason);
    }

    /** Looked at in vain: later again. */
    void putOff(LedgerEntry entry, Effect later, Tally tally) {
        ledger.save(later, entry.version());
        tally.putOff();
    }
}
