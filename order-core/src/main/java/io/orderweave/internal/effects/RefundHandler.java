package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.json.Json;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.Progress;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Refund;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Has the channel pay money back to the buyer. */
public final class RefundHandler extends ChannelWriteHandler {

    /** What a refund waits for wakes it when it ends; this only bounds how long a lost wake-up costs. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final Book book;
    private final Function<Subject, List<Effect>> ledger;

    /** @param ledger the effects of a subject */
    public RefundHandler(Book book, Function<Subject, List<Effect>> ledger, Outside outside) {
        super(outside);
        this.book = book;
        this.ledger = ledger;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.REFUND;
    }

    @Override
    public Readiness prepare(EffectContext context) {
        Order order = context.order();
        Refund refund = RefundPlans.refund(context.effect());
        if (channels().find(context.effect()).flatMap(ChannelConnector::refunds).isEmpty()) {
            return new Readiness.Impossible("the channel pays nothing back by its interface");
        }
        AskedRefunds asked = AskedRefunds.of(order, ledger);
        Optional<Effect> first = asked.before(context.effect());
        if (first.isPresent()) {
            return new Readiness.NotYet(
                    "waits for " + first.get().key() + ", which is "
                            + first.get().state(),
                    LOOK_AGAIN);
        }
        // Armed again by hand it was not checked against what was asked for since.
        Money held = asked.held();
        if (!held.isAtLeast(refund.total())) {
            return new Readiness.Impossible("of what was paid for order " + order.id() + " " + held
                    + " are left to pay back, not " + refund.total());
        }
        Optional<Payment> payment = book.payments()
                .find(refund.payment().value())
                .filter(it -> it.order().equals(order.id()));
        if (payment.isEmpty()) {
            return new Readiness.Impossible("order " + order.id() + " has no payment " + refund.payment());
        }
        return new Readiness.Ready(Json.tree(request(context.effect(), refund, order, payment.get())));
    }

    private static RefundRequest request(Effect effect, Refund refund, Order order, Payment payment) {
        return RefundRequest.builder()
                .key(requestKey(effect))
                .externalId(order.ref().orElseThrow().externalId())
                .payment(payment.reference())
                .reason(refund.reason())
                .parts(refund.parts())
                // Of an erased order it is gone, and what stands in its place is not for the buyer.
                .comment(refund.comment().filter(comment -> order.erasedAt().isEmpty()))
                .build();
    }

    /** The same for every sending of one arming: channels take it for the id of the command. */
    private static UUID requestKey(Effect effect) {
        String arming = effect.key() + "#" + effect.arming();
        return UUID.nameUUIDFromBytes(arming.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        return Answers.of(refunds(call).refund(request(call)));
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        return Answers.of(refunds(call).resume(handle, request(call)));
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        return Answers.of(refunds(call).find(request(call)));
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        Refund refund = RefundPlans.refund(context.effect());
        context.change(order -> new EffectContext.Outcome(
                order.toBuilder()
                        .progress(refunded(order.progress(), refund.total()))
                        .build(),
                List.of(new PaymentEvent.PaymentRefunded(refund.payment(), refund.total(), refund.reference()))));
    }

    private static Progress refunded(Progress progress, Money amount) {
        return progress.toBuilder().refunded(progress.refunded().plus(amount)).build();
    }

    private Refunds refunds(RemoteCall call) {
        return channels().of(call).refunds().orElseThrow();
    }

    private static RefundRequest request(RemoteCall call) {
        return Json.read(call.request(), RefundRequest.class);
    }
}
