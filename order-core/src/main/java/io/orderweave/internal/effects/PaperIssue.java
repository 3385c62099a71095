package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.id.DocumentId;
import io.orderweave.id.PaymentId;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Issues documents on paper, for rehearsals: what an effect would issue, under a number that no series gave. Pure.
 *
 * @param payments the payments that advance documents are issued on
 */
public record PaperIssue(Seller seller, DocumentChain chain, Function<PaymentId, Optional<Payment>> payments) {

    /** On every document that exists on paper only. */
    public static final String NUMBER = "REHEARSED";

    /** What issuing comes to. */
    public sealed interface Result {

        /** Issued: the document, and the order that it covers. */
        record Issued(Document document, Order order) implements Result {}

        /** Needless by now: the effect would be cancelled. */
        record NotWanted(String reason) implements Result {}

        /** Impossible as things are: the effect would be refused. */
        record Impossible(String reason) implements Result {}
    }

    /** Issues what the effect asks for. */
    public Result issue(PlannedEffect effect, Order order, DocumentId id, Instant now) {
        Commission commission = new Commission(order, chain, seller);
        Drafting drafting = new Drafting(effect.key(), effect.payload());
        Drafted drafted = drafting.draft(commission, payments);
        if (drafted instanceof Drafted.Refused refused) {
            return result(refused.outcome());
        }
        Optional<NumberSeries> series = drafting.series(seller);
        if (series.isEmpty()) {
            return new Result.Impossible(drafting.seriesMissing(seller));
        }
        Numbering numbering = new Numbering(
                id, series.get(), NUMBER, now, now.atZone(seller.zone()).toLocalDate());
        Drafted.Draft draft = (Drafted.Draft) drafted;
        return new Result.Issued(
                draft.document().apply(numbering),
                order.toBuilder()
                        .progress(draft.taken().apply(order.progress()))
                        .build());
    }

    private static Result result(LocalOutcome refusal) {
        return refusal instanceof LocalOutcome.NotWanted not
                ? new Result.NotWanted(not.reason())
                : new Result.Impossible(((LocalOutcome.Impossible) refusal).reason());
    }
}
