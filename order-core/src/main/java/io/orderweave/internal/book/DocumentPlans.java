package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.SeriesId;
import io.orderweave.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The effects that issue documents: the same key and payload whether a rule or a person asks. Pure. */
public final class DocumentPlans {

    /** Parts of the payloads. */
    public static final String SERIES = "series";

    public static final String REASON = "reason";
    public static final String REPLACES = "replaces";

    private DocumentPlans() {}

    public static PlannedEffect proforma(OrderId order, Optional<SeriesId> series) {
        return plan(new EffectKey(Subject.of(order), EffectKind.PROFORMA, "1"), chosen(series));
    }

    public static PlannedEffect invoice(OrderId order, Optional<SeriesId> series) {
        return plan(InvoiceIntent.Final.FIRST.key(order), chosen(series));
    }

    public static PlannedEffect advance(OrderId order, PaymentId payment, Optional<SeriesId> series) {
        return plan(new InvoiceIntent.Advance(payment).key(order), chosen(series));
    }

    public static PlannedEffect credit(OrderId order, DocumentId document, String reason) {
        return credit(order, document, reason, Optional.empty());
    }

    private static PlannedEffect credit(OrderId order, DocumentId document, String reason, Optional<SeriesId> series) {
        return plan(
                new InvoiceIntent.Credit(document).key(order), chosen(series).put(REASON, reason));
    }

    /**
     * The credit notes of everything live. An advance waits for the credit note of the invoice that deducts it, which gives it back.
     */
    static List<PlannedEffect> credits(OrderId order, DocumentChain chain, String reason, Optional<SeriesId> series) {
        List<PlannedEffect> credits = new ArrayList<>();
        for (Document invoice : chain.live(DocumentKind.INVOICE)) {
            credits.add(credit(order, invoice.id(), reason, series));
        }
        for (Document advance : chain.live(DocumentKind.ADVANCE)) {
            PlannedEffect.Builder credit = PlannedEffect.builder().from(credit(order, advance.id(), reason, series));
            chain.deductionOf(advance.id())
                    .ifPresent(invoice -> credit.addAfter(new InvoiceIntent.Credit(invoice.id()).key(order)));
            credits.add(credit.build());
        }
        return credits;
    }

    /**
     * The invoice in the place of a credited one.
     *
     * @param credit the effect that credits it; empty when it is credited already
     */
    public static PlannedEffect replacement(EffectKey key, DocumentId replaced, Optional<EffectKey> credit) {
        PlannedEffect.Builder plan =
                PlannedEffect.builder().key(key).payload(Json.object().put(REPLACES, replaced.value()));
        credit.ifPresent(plan::addAfter);
        return plan.build();
    }

    private static ObjectNode chosen(Optional<SeriesId> series) {
        ObjectNode payload = Json.object();
        series.ifPresent(chosen -> payload.put(SERIES, chosen.value()));
        return payload;
    }

    private static PlannedEffect plan(EffectKey key, ObjectNode payload) {
        return PlannedEffect.builder().key(key).payload(payload).build();
    }
}
