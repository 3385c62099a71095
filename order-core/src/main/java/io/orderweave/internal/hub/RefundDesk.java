package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.Refunds;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Origin;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.EntryId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.effects.AskedRefunds;
import io.orderweave.internal.effects.RefundCheck;
import io.orderweave.internal.effects.RefundPlans;
import io.orderweave.order.Order;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Refund;
import java.util.List;
import java.util.Optional;

/** Takes what hosts ask to be paid back: once for each reference. */
final class RefundDesk {

    private final Changes changes;
    private final Effects effects;
    private final Outside outside;
    private final Gate gate;

    RefundDesk(Changes changes, Effects effects, Outside outside, Gate gate) {
        this.changes = changes;
        this.effects = effects;
        this.outside = outside;
        this.gate = gate;
    }

    void ask(Refund refund, Actor actor) {
        changes.run(scope -> {
            // Before the ledger is read: what changes it meanwhile changes the order too, and this runs again.
            Order order = scope.order(refund.order());
            gate.check(actor, "payments.refund", Optional.of(order));
            if (isNew(refund)) {
                plan(scope, order, refund, actor);
            }
        });
    }

    /** Whether asking changes anything; what has the reference by now must be the same refund. */
    private boolean isNew(Refund refund) {
        EffectKey key = RefundPlans.key(refund);
        Optional<Effect> known = effects.find(key);
        if (known.isEmpty()) {
            return true;
        }
        if (!RefundPlans.refund(known.get()).asksTheSameAs(refund)) {
            throw invalid("refund " + refund.reference() + " of order " + refund.order()
                    + " was asked for with other content; another refund needs a reference of its own");
        }
        if (known.get().state() == EffectState.CANCELLED && known.get().cancelledByPerson()) {
            throw invalid("refund " + refund.reference() + " of order " + refund.order()
                    + " was cancelled by a person; arm effect " + key + " again, if it is wanted after all");
        }
        return !Asked.before(effects, key);
    }

    private void plan(ChangeScope scope, Order order, Refund refund, Actor actor) {
        ConnectionId channel = ChannelOf.connection(order, changes.setup(), "pay anything back");
        RefundCheck check = new RefundCheck(
                order,
                scope.book().payments().find(refund.payment().value()),
                outside.channel(channel).flatMap(ChannelConnector::refunds).map(Refunds::reasons),
                AskedRefunds.of(order, effects::of).without(RefundPlans.key(refund)));
        check.obstacle(refund).ifPresent(obstacle -> {
            throw invalid(obstacle);
        });
        PaymentEvent asked =
                new PaymentEvent.RefundAsked(refund.payment(), refund.reason(), refund.total(), refund.reference());
        EntryId entry = scope.change(order.id(), Trace.outside(actor), it -> new Outcome(it, List.of(asked)))
                .orElseThrow();
        scope.plan(RefundPlans.plan(refund, channel), entry, Origin.of(entry));
    }

    private static OrderweaveException invalid(String message) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, message);
    }
}
