package io.orderweave.effect;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.RuleId;
import java.time.Instant;
import java.util.List;

/** What can happen to an effect, besides what its kind means for the order. Subject: the effect's, where none is named. */
public sealed interface EffectEvent extends Event {

    /** Refused. */
    record EffectRejected(EffectKey effect, String reason) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.rejected", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The outcome is unknown. */
    record EffectInDoubt(EffectKey effect, String reason) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.in-doubt", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Not wanted any more. */
    record EffectCancelled(EffectKey effect, String reason) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.cancelled", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Done without saying anything of its own about the order. */
    record EffectDone(EffectKey effect) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.done", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Its doubt was resolved, by itself or by a person. */
    record EffectResolved(EffectKey effect, String finding) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.resolved", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Its doubt has lasted longer than the hub's limit: somebody should look. Raised once for each doubt. */
    record EffectUnresolved(EffectKey effect, Instant since, String reason) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.unresolved", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person or the host asked for it, no rule. */
    record EffectRequested(EffectKey effect) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.requested", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Effects to a connection, or of a kind, are paused. Subject: the configuration of operations. */
    record EffectsPaused(Pause pause) implements EffectEvent {
        public static final EventName NAME = new EventName("effects.paused", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A pause ended. Subject: the configuration of operations. */
    record EffectsResumed(Pause pause) implements EffectEvent {
        public static final EventName NAME = new EventName("effects.resumed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The database was restored from a backup of that moment. Subject: the configuration of operations. */
    record RecoveryBegun(Instant since) implements EffectEvent {
        public static final EventName NAME = new EventName("recovery.begun", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Every document issued since the backup is in the book. Subject: the configuration of operations. */
    record RecoveryDocumentsComplete() implements EffectEvent {
        public static final EventName NAME = new EventName("recovery.documents-complete", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Work goes on as before. Subject: the configuration of operations. */
    record RecoveryFinished() implements EffectEvent {
        public static final EventName NAME = new EventName("recovery.finished", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Armed again under the same key. */
    record EffectRearmed(EffectKey effect, int arming) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.rearmed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A timer's time has come. */
    record TimerElapsed(String timer) implements EffectEvent {
        public static final EventName NAME = new EventName("timer.elapsed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Two rules wanted one key with different content: nothing was planned, the order is held. */
    record EffectConflict(EffectKey effect, List<RuleId> rules) implements EffectEvent {
        public static final EventName NAME = new EventName("effect.conflict", 1);

        public EffectConflict {
            rules = List.copyOf(rules);
        }

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
