package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RecoveryState;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Operations;
import io.orderweave.internal.book.OperationsState;
import io.orderweave.internal.privacy.PersonalData;
import io.orderweave.order.Order;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides, in the claiming transaction, what becomes of an effect that is due, and does there what needs no call. */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** Blocked effects are woken when what blocks them goes; this only bounds how long a lost wake-up costs. */
    private static final Duration LOOK_AGAIN_AT_BLOCKED = Duration.ofMinutes(10);

    private static final Duration LOOK_AGAIN_AT_UNKNOWN = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Handlers handlers;
    private final Blockers blockers;
    private final Endings endings;
    private final Attempts attempts;
    private final Operations operations;
    private final RuleLimits limits;

    Claims(
            Ledger ledger,
            Handlers handlers,
            Blockers blockers,
            Endings endings,
            Attempts attempts,
            Operations operations,
            RuleLimits limits) {
        this.ledger = ledger;
        this.handlers = handlers;
        this.blockers = blockers;
        this.endings = endings;
        this.attempts = attempts;
        this.operations = operations;
        this.limits = limits;
    }

    Claim claim(ChangeScope scope, StoredEffect stored, Tally tally) {
        Optional<EffectHandler> handler = handlers.find(new EffectKind(stored.kind()));
        if (!EffectCodec.isReadable(stored) || handler.isEmpty()) {
            LOG.warn("Effect {} is of a kind or version this node does not know; it is left alone", stored.key());
            ledger.putOff(stored, ledger.now().plus(LOOK_AGAIN_AT_UNKNOWN));
            return Claim.SETTLED;
        }
        LedgerEntry entry = EffectCodec.read(stored);
        return switch (entry.effect().state()) {
            case PLANNED -> planned(scope, entry, handler.get(), tally);
            case CLAIMED -> expired(scope, entry, remote(handler.get()), tally);
            case ACCEPTED -> accepted(scope, entry, remote(handler.get()), tally);
            case IN_DOUBT -> inDoubt(scope, entry, remote(handler.get()), tally);
            case DONE, REJECTED, CANCELLED ->
                throw new IllegalStateException("effect " + stored.key() + " is " + stored.state() + " and yet due");
        };
    }

    private Claim planned(ChangeScope scope, LedgerEntry entry, EffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        ScopeContext context = new ScopeContext(scope, effect);
        Optional<OrderId> replacedBy = context.findOrder().flatMap(Order::replacedBy);
        if (replacedBy.isPresent()) {
            endings.cancel(context, entry, "replaced by order " + replacedBy.get(), tally);
            return Claim.SETTLED;
        }
        boolean erased = context.findOrder().flatMap(Order::erasedAt).isPresent();
        if (erased && PersonalData.isNeededFor(effect.key().kind())) {
            endings.cancel(context, entry, "the order's personal data is erased", tally);
            return Claim.SETTLED;
        }
        OperationsState present = operations.state();
        Optional<String> blocker = blockers.of(context, handler, present);
        if (blocker.isPresent()) {
            block(entry, blocker.get(), LOOK_AGAIN_AT_BLOCKED, tally);
            return Claim.SETTLED;
        }
        Optional<RuleLimits.Wait> limit = handler.irreversible() ? limits.of(context, ledger.now()) : Optional.empty();
        if (limit.isPresent()) {
            block(entry, limit.get().reason(), limit.get().lookAgainAfter(), tally);
            return Claim.SETTLED;
        }
        return handler instanceof LocalEffectHandler local
                ? perform(context, entry, local, tally)
                : prepare(context, entry, remote(handler), present, tally);
    }

    private Claim perform(ScopeContext context, LedgerEntry entry, LocalEffectHandler handler, Tally tally) {
        LocalOutcome outcome = handler.perform(context);
        if (outcome instanceof LocalOutcome.Done done) {
            spend(entry.effect(), handler);
            Effect tried = attempts.entered(entry.effect(), Outcome.DONE, "performed");
            endings.done(entry, EffectSteps.done(tried, done.reference(), Optional.empty()), tally);
        } else if (outcome instanceof LocalOutcome.NotWanted not) {
            endings.cancel(context, entry, not.reason(), tally);
        } else if (outcome instanceof LocalOutcome.Impossible impossible) {
            endings.reject(context, entry, impossible.reason(), tally);
        } else {
            LocalOutcome.NotYet later = (LocalOutcome.NotYet) outcome;
            block(entry, later.reason(), later.lookAgainAfter(), tally);
        }
        return Claim.PERFORMED;
    }

    private Claim prepare(
            ScopeContext context,
            LedgerEntry entry,
            RemoteEffectHandler handler,
            OperationsState present,
            Tally tally) {
        Effect effect = entry.effect();
        if (effect.request().isPresent() && handler.resolution(effect) == Resolution.KEY) {
            // The other side holds the key together with what was sent under it.
            return claimed(context, entry, handler, effect.request().get(), present, tally);
        }
        Readiness readiness = handler.prepare(context);
        if (readiness instanceof Readiness.Ready ready) {
            return claimed(context, entry, handler, ready.request(), present, tally);
        }
        if (readiness instanceof Readiness.NotWanted not) {
            endings.cancel(context, entry, not.reason(), tally);
        } else if (readiness instanceof Readiness.Impossible impossible) {
            endings.reject(context, entry, impossible.reason(), tally);
        } else {
            Readiness.NotYet later = (Readiness.NotYet) readiness;
            block(entry, later.reason(), later.lookAgainAfter(), tally);
        }
        return Claim.SETTLED;
    }

    private void block(LedgerEntry entry, String reason, Duration lookAgainAfter, Tally tally) {
        Instant look = ledger.now().plus(lookAgainAfter);
        endings.putOff(entry, EffectSteps.blocked(entry.effect(), reason, look), tally);
    }

    private Claim claimed(
            ScopeContext context,
            LedgerEntry entry,
            RemoteEffectHandler handler,
            JsonNode request,
            OperationsState present,
            Tally tally) {
        Effect effect = entry.effect();
        Optional<RecoveryState> recovery = present.recovery().filter(it -> it.suspects(effect));
        if (recovery.isPresent()) {
            endings.suspect(context, entry, request, recovery.get(), handler, tally);
            return Claim.SETTLED;
        }
        spend(effect, handler);
        Effect claimed = EffectSteps.claimed(effect, request, ledger.now(), handler.callDeadline(effect));
        return Claim.of(new Task.Send(ledger.save(claimed, entry.version()), handler));
    }

    private void spend(Effect effect, EffectHandler handler) {
        if (handler.irreversible()) {
            limits.spend(effect, ledger.now());
        }
    }

    /** The lease of a claim ended: the node that had it died, or was too slow, or its answer could not be folded. */
    private Claim expired(ChangeScope scope, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        if (entry.effect().answer().isPresent()) {
            endings.fold(scope, entry, handler, tally);
            return Claim.PERFORMED;
        }
        endings.doubt(
                new ScopeContext(scope, entry.effect()), entry, "its node ended without an answer", handler, tally);
        return Claim.SETTLED;
    }

    private Claim accepted(ChangeScope scope, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        Instant until = effect.acceptedUntil().orElse(Instant.MAX);
        if (!ledger.now().isBefore(until)) {
            endings.doubt(
                    new ScopeContext(scope, effect), entry, "accepted, and not finished by " + until, handler, tally);
            return Claim.SETTLED;
        }
        if (blockers.closed(scope, effect, operations.state()).isPresent()) {
            Instant look = ledger.now().plus(LOOK_AGAIN_AT_BLOCKED);
            Effect later = EffectSteps.lookAgain(effect, Optional.of(look.isBefore(until) ? look : until));
            endings.putOff(entry, later, tally);
            return Claim.SETTLED;
        }
        return Claim.of(new Task.Resume(leased(effect, entry.version(), handler), handler));
    }

    private Claim inDoubt(ChangeScope scope, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        ScopeContext context = new ScopeContext(scope, entry.effect());
        Effect effect = endings.alerted(context, entry.effect());
        Instant now = ledger.now();
        Resolution resolution = handler.resolution(effect);
        switch (resolution == Resolution.AT_MOST_ONCE && effect.suspected() ? Resolution.PERSON : resolution) {
            case LOOKUP -> {
                if (blockers.closed(scope, effect, operations.state()).isEmpty()) {
                    return Claim.of(new Task.LookUp(leased(effect, entry.version(), handler), handler));
                }
                Instant look = now.plus(LOOK_AGAIN_AT_BLOCKED);
                endings.putOff(entry, EffectSteps.lookAgain(effect, Optional.of(look)), tally);
            }
            case KEY, OVERWRITE -> {
                Instant deadline = effect.callDeadline().orElse(now);
                Effect next = now.isBefore(deadline)
                        ? EffectSteps.lookAgain(effect, Optional.of(deadline))
                        : EffectSteps.plannedAgain(effect, "sent again after doubt", now);
                endings.putOff(entry, next, tally);
            }
            case AT_MOST_ONCE -> {
                context.announce(new EffectEvent.EffectResolved(effect.key(), "unconfirmed"));
                endings.done(entry, EffectSteps.done(effect, Optional.empty(), Optional.of("unconfirmed")), tally);
            }
            case PERSON -> ledger.save(endings.untilAlerted(effect), entry.version());
        }
        return Claim.SETTLED;
    }

    private LedgerEntry leased(Effect effect, long version, RemoteEffectHandler handler) {
        return ledger.save(EffectSteps.leased(effect, ledger.now(), handler.callDeadline(effect)), version);
    }

    /** Local effects never leave PLANNED. */
    private static RemoteEffectHandler remote(EffectHandler handler) {
        return (RemoteEffectHandler) handler;
    }
}
