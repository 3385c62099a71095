package io.orderweave.internal.hub;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.DocumentPlans;
import io.orderweave.internal.book.InvoiceIntent;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.Trace;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.party.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Credits an invoice and issues another to another party in its place, as one command: the late company id.
 *
 * @param chain the order's documents as they are in the transaction
 */
record Reissue(Document invoice, Order order, DocumentChain chain, Effects effects) {

    /** Why the invoice is credited; documents have a text for it. */
    private static final String BUYER_CHANGED = "buyer-changed";

    void run(ChangeScope scope, Party party, Trace trace) {
        if (invoice.kind() != DocumentKind.INVOICE) {
            throw invalid(
                    "document " + invoice.number() + " is of kind " + invoice.kind() + "; invoices are issued again");
        }
        Optional<Document> replacement = chain.replacementOf(invoice.id());
        if (replacement.isPresent()) {
            requireNothingNew(replacement.get(), party);
            return;
        }
        if (order.phase() == Phase.CANCELLED) {
            throw invalid("order " + order.id() + " is cancelled; invoice " + invoice.number()
                    + " can be credited and not issued again");
        }
        List<PlannedEffect> wanted = wanted();
        scope.change(order.id(), trace, it -> requested(it, party, wanted))
                .ifPresent(entry -> wanted.forEach(effect -> scope.plan(effect, entry, Origin.of(entry))));
    }

    /** A second click asks for what is there; anything else is meant for the invoice that is live. */
    private void requireNothingNew(Document replacement, Party party) {
        if (!order.invoicedParty().equals(party)) {
            throw invalid("invoice " + replacement.number() + " stands in the place of invoice " + invoice.number()
                    + "; issue that one again");
        }
    }

    private Outcome requested(Order current, Party party, List<PlannedEffect> wanted) {
        Outcome changed = OrderChanges.invoice(current, party);
        List<Event> events = new ArrayList<>(changed.events());
        if (!wanted.stream().allMatch(effect -> Asked.before(effects, effect.key()))) {
            events.add(new DocumentEvent.ReissueRequested(invoice.id()));
        }
        return new Outcome(changed.order(), events);
    }

    /** The credit note, where there is none yet, and the invoice that waits for it. */
    private List<PlannedEffect> wanted() {
        List<PlannedEffect> wanted = new ArrayList<>();
        Optional<EffectKey> credit = Optional.empty();
        if (chain.creditNoteOf(invoice.id()).isEmpty()) {
            PlannedEffect planned = DocumentPlans.credit(order.id(), invoice.id(), BUYER_CHANGED);
            wanted.add(planned);
            credit = Optional.of(planned.key());
        }
        wanted.add(DocumentPlans.replacement(replacementKey(), invoice.id(), credit));
        return wanted;
    }

    /** The key under which the invoice is issued again: the one asked for before, or the next that is free. */
    private EffectKey replacementKey() {
        int last = InvoiceIntent.Final.FIRST.count();
        for (Effect effect : effects.of(Subject.of(order.id()))) {
            if (effect.key().kind().equals(EffectKind.INVOICE)
                    && InvoiceIntent.parse(effect.key().discriminator()) instanceof InvoiceIntent.Final asked) {
                if (effect.payload()
                        .path(DocumentPlans.REPLACES)
                        .asText()
                        .equals(invoice.id().value())) {
                    return effect.key();
                }
                last = Math.max(last, asked.count());
            }
        }
        return new InvoiceIntent.Final(last + 1).key(order.id());
    }

    private static OrderweaveException invalid(String message) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, message);
    }
}
