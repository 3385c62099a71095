package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.id.DocumentId;
import io.orderweave.id.PaymentId;
import io.orderweave.internal.book.DocumentPlans;
import io.orderweave.internal.book.InvoiceIntent;
import io.orderweave.payment.Payment;
import java.util.Optional;
import java.util.function.Function;

/**
 * Drafts the document that an effect of kind {@code proforma} or {@code invoice} asks for. Pure: issuing and rehearsing share it.
 *
 * @param payload what the rule or person chose
 */
record Drafting(EffectKey key, JsonNode payload) {

    /** The draft, or why there is none. */
    Drafted draft(Commission commission, Function<PaymentId, Optional<Payment>> payments) {
        if (key.kind().equals(EffectKind.PROFORMA)) {
            return SaleDrafts.proforma(commission);
        }
        InvoiceIntent intent = InvoiceIntent.parse(key.discriminator());
        if (intent instanceof InvoiceIntent.Advance advance) {
            return advance(advance.payment(), commission, payments);
        }
        if (intent instanceof InvoiceIntent.Credit credit) {
            return CreditDrafts.of(credit.document(), text(DocumentPlans.REASON), commission);
        }
        return text(DocumentPlans.REPLACES)
                .map(DocumentId::new)
                .map(replaced -> SaleDrafts.inPlaceOf(replaced, commission))
                .orElseGet(() -> SaleDrafts.first(commission));
    }

    /** The series that numbers the document; empty when the seller has none. */
    Optional<NumberSeries> series(Seller seller) {
        DocumentKind kind = documentKind();
        return text(DocumentPlans.SERIES)
                .map(chosen -> seller.series().stream()
                        .filter(series -> series.id().value().equals(chosen) && series.kind() == kind)
                        .findFirst())
                .orElseGet(() -> seller.seriesFor(kind));
    }

    /** Why nothing is issued without a series. */
    String seriesMissing(Seller seller) {
        return "seller " + seller.id() + " has no number series for " + documentKind();
    }

    private DocumentKind documentKind() {
        return key.kind().equals(EffectKind.PROFORMA)
                ? DocumentKind.PROFORMA
                : InvoiceIntent.parse(key.discriminator()).documentKind();
    }

    private static Drafted advance(
            PaymentId id, Commission commission, Function<PaymentId, Optional<Payment>> payments) {
        return payments.apply(id)
                .filter(payment -> payment.order().equals(commission.order().id()))
                .map(payment -> AdvanceDrafts.of(payment, commission))
                .orElseGet(
                        () -> Drafted.impossible("order " + commission.order().id() + " has no payment " + id));
    }

    private Optional<String> text(String part) {
        return Optional.ofNullable(payload.get(part)).map(JsonNode::asText);
    }
}
