package io.orderweave.internal.effects;

import static io.orderweave.internal.effects.FiscalShop.ANNA;
import static io.orderweave.internal.effects.FiscalShop.issue;
import static io.orderweave.internal.effects.FiscalShop.onPayment;
import static io.orderweave.internal.effects.FiscalShop.onTag;
import static io.orderweave.internal.effects.FiscalShop.pln;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.Documents;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Note;
import io.orderweave.party.Party;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Rule;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Credit notes over whole documents. */
class CreditTest {

    private static final Rule CREDIT_ON_CANCELLATION =
            TestShop.rule("credit", "order.cancelled", Condition.always(), new Action.CreditDocuments("cancelled"));

    private final FiscalShop shop = FiscalShop.with();
    private final OrderId order = shop.place("A1");

    @Test
    void aCreditNoteMirrorsItsDocumentInItsOwnSeries() {
        shop.advance(order, "50.00");
        Document invoice = shop.invoice(order);

        Document note = shop.credit(invoice);

        assertThat(note.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(note.number()).isEqualTo("DP202670001");
        assertThat(note.corrects()).contains(invoice.id());
        assertThat(note.correctsNumber()).contains("FV20260001");
        assertThat(note.reason()).contains("cancelled");
        assertThat(note.total()).isEqualTo(invoice.total().negated());
        assertThat(note.vat()).isEqualTo(VatSums.negated(invoice.vat()));
        assertThat(note.lines()).hasSameSizeAs(invoice.lines());
        for (int i = 0; i < note.lines().size(); i++) {
            DocumentLine mirrored = note.lines().get(i);
            DocumentLine line = invoice.lines().get(i);
            assertThat(mirrored.quantity()).isEqualTo(-line.quantity());
            assertThat(DocumentLine.builder()
                            .from(mirrored)
                            .quantity(line.quantity())
                            .build())
                    .isEqualTo(line);
        }
        assertThat(note.toPay().isZero()).isTrue();
        assertThat(note.payTo()).isEmpty();
        assertThat(note.dueDate()).isEqualTo(note.issueDate());
    }

    @Test
    void theOrderKnowsWhatIsCredited() {
        Document invoice = shop.invoice(order);
        shop.credit(invoice);

        assertThat(shop.order(order).progress()).satisfies(progress -> {
            assertThat(progress.credited()).isEqualTo(pln("133.33"));
            assertThat(progress.line(new LineId("l1")))
                    .isEqualTo(LineProgress.builder().invoiced(2).credited(2).build());
            assertThat(progress.creditedCharges()).isEqualTo(progress.invoicedCharges());
        });
        assertThat(shop.order(order).axes().documents()).isEqualTo(Axes.DocumentState.CREDITED);
    }

    @Test
    void aCreditNoteIsOneHoweverOftenItIsAskedFor() {
        Document invoice = shop.invoice(order);
        shop.hub.documents().credit(invoice.id(), "cancelled", ANNA);
        int entries = shop.hub.journal().history(Subject.of(order), 1, 100).size();
        shop.hub.documents().credit(invoice.id(), "another reason", ANNA);

        assertThat(shop.hub.journal().history(Subject.of(order), 1, 100)).hasSize(entries);
        shop.hub.effects().runDue();
        shop.hub.documents().credit(invoice.id(), "cancelled", ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.chain(order).live(DocumentKind.CREDIT_NOTE)).hasSize(1);
        assertThat(shop.stores.series().last("shop/credits/2026")).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void aRefusedCreditNoteCanBeAskedForAgain() {
        Document advance = shop.advance(order, "50.00");
        Document invoice = shop.invoice(order);
        shop.hub.documents().credit(advance.id(), "refund", ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.effect(order, "credit/" + advance.id()).state()).isEqualTo(EffectState.REJECTED);
        assertThat(shop.effect(order, "credit/" + advance.id()).reason())
                .contains("advance ZA202680001 is deducted by invoice FV20260001; credit that first");
        shop.credit(invoice);
        shop.credit(advance);
        assertThat(shop.chain(order).creditNoteOf(advance.id())).isPresent();
    }

    @Test
    void anAdvanceCreditedBeforeTheFinalIsNotDeducted() {
        Document refunded = shop.advance(order, "50.00");
        Document kept = shop.advance(order, "20.00");
        shop.credit(refunded);

        Document invoice = shop.invoice(order);

        assertThat(invoice.lines())
                .flatExtracting(line -> line.advance().stream().toList())
                .containsOnly(kept.id());
        assertThat(invoice.total()).isEqualTo(pln("113.33"));
        assertThat(shop.order(order).progress().credited()).isEqualTo(pln("50.00"));
    }

    @Test
    void aPaymentWhoseAdvanceIsCreditedGetsNoOther() {
        FiscalShop ruled = FiscalShop.with(onPayment("advance", issue(DocumentKind.ADVANCE)));
        OrderId paid = ruled.place("A1");
        Document advance = ruled.advance(paid, "50.00");
        ruled.credit(advance);
        ruled.hub.documents().issueAdvance(advance.payment().orElseThrow(), ANNA);
        ruled.hub.effects().runDue();

        assertThat(ruled.chain(paid).live(DocumentKind.ADVANCE)).isEmpty();
    }

    @Test
    void aCreditNoteDoesNotReopenInvoicingByRules() {
        FiscalShop ruled = FiscalShop.with(
                onTag("tag", issue(DocumentKind.INVOICE)),
                TestShop.rule("note", "order.note-added", Condition.always(), issue(DocumentKind.INVOICE)),
                TestShop.rule("issued", "document.issued", Condition.always(), issue(DocumentKind.INVOICE)),
                TestShop.rule("status", "order.status-changed", Condition.always(), issue(DocumentKind.INVOICE)));
        OrderId sold = ruled.place("A1");
        ruled.credit(ruled.invoice(sold));

        ruled.hub.orders().addTag(sold, "again", ANNA);
        ruled.hub.orders().addNote(sold, "again", Note.Audience.INTERNAL, ANNA);
        ruled.hub.orders().setStatus(sold, new StatusId("paid"), ANNA);
        ruled.hub.documents().issue(sold, DocumentKind.INVOICE, ANNA);
        ruled.hub.effects().runDue();

        assertThat(ruled.chain(sold).documents())
                .extracting(Document::kind)
                .containsExactly(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE);
        assertThat(ruled.invoiceEffects(sold)).hasSize(2);
    }

    @Test
    void aFinalThatFoundEverythingInvoicedFindsNothingAfterACreditEither() {
        // As after a joint payment: the invoice is of the order that was replaced, the key of the new one is armed
        // again by rules.
        Document invoice = shop.invoice(order);
        shop.credit(invoice);

        Drafted drafted = SaleDrafts.first(new Commission(shop.order(order), shop.chain(order), TestShop.seller()));

        assertThat(drafted).isEqualTo(Drafted.notWanted("order " + order + " is invoiced in full"));
    }

    @Test
    void aCancellationIsCreditedByARule() {
        FiscalShop ruled = FiscalShop.with(CREDIT_ON_CANCELLATION);
        OrderId sold = ruled.place("A1");
        Document advance = ruled.advance(sold, "50.00");
        Document invoice = ruled.invoice(sold);

        ruled.hub.orders().cancel(sold, "by phone", ANNA);
        ruled.hub.effects().runDue();

        assertThat(ruled.chain(sold).creditNoteOf(invoice.id())).isPresent();
        assertThat(ruled.chain(sold).creditNoteOf(advance.id())).isPresent();
        assertThat(ruled.effect(sold, "credit/" + advance.id()).after())
                .as("the invoice gives the advance back first")
                .containsExactly(FiscalShop.key(sold, "credit/" + invoice.id()));
        assertThat(ruled.chain(sold).documents().stream().map(Document::total).reduce(pln("0"), Money::plus))
                .isEqualTo(pln("0"));
    }

    @Test
    void aCancellationWithoutDocumentsCreditsNothing() {
        FiscalShop ruled = FiscalShop.with(CREDIT_ON_CANCELLATION);
        OrderId sold = ruled.place("A1");
        ruled.hub.documents().issue(sold, DocumentKind.PROFORMA, ANNA);
        ruled.hub.effects().runDue();

        ruled.hub.orders().cancel(sold, "by phone", ANNA);

        assertThat(ruled.invoiceEffects(sold)).isEmpty();
    }

    @Test
    void itIsMadeOutToThePartyThatWasInvoiced() {
        Document invoice = shop.invoice(order);
        Party company = Party.builder().company("Firma Sp. z o.o.").build();
        shop.hub.documents().reissue(invoice.id(), company, ANNA);
        shop.hub.effects().runDue();

        Document note = shop.chain(order).creditNoteOf(invoice.id()).orElseThrow();
        assertThat(note.buyer()).isEqualTo(invoice.buyer()).isNotEqualTo(company);
    }

    @Test
    void refusesWhatIsNotCredited() {
        shop.hub.documents().issue(order, DocumentKind.PROFORMA, ANNA);
        shop.hub.effects().runDue();
        Document invoice = shop.invoice(order);
        Document note = shop.credit(invoice);
        Document proforma = shop.chain(order).live(DocumentKind.PROFORMA).get(0);

        for (Document refused : List.of(note, proforma)) {
            assertFault(
                    () -> shop.hub.documents().credit(refused.id(), "cancelled", ANNA),
                    FaultCategory.INVALID_REQUEST,
                    "document " + refused.number() + " is of kind " + refused.kind());
        }
        assertFault(
                () -> shop.hub.documents().credit(invoice.id(), " ", ANNA),
                FaultCategory.INVALID_REQUEST,
                "needs a reason");
        assertFault(
                () -> shop.hub.documents().credit(new DocumentId("nobody"), "cancelled", ANNA),
                FaultCategory.NOT_FOUND,
                "no document nobody");
    }

    @Test
    void thePolicyMayRefuseEachCommandAndNothingChanges() {
        Document advance = shop.advance(order, "50.00");
        Document invoice = shop.invoice(order);
        int entries = shop.hub.journal().history(Subject.of(order), 1, 100).size();
        List<String> asked = new ArrayList<>();
        Documents documents = shop.open(builder -> builder.policy((actor, command, it) -> {
                    asked.add(command);
                    return false;
                }))
                .documents();

        assertForbidden(() -> documents.issueAdvance(advance.payment().orElseThrow(), ANNA));
        assertForbidden(() -> documents.credit(invoice.id(), "cancelled", ANNA));
        assertForbidden(() ->
                documents.reissue(invoice.id(), Party.builder().company("Firma").build(), ANNA));

        assertThat(asked).containsExactly("documents.issueAdvance", "documents.credit", "documents.reissue");
        assertThat(shop.hub.journal().history(Subject.of(order), 1, 100)).hasSize(entries);
        assertFault(
                () -> shop.hub.documents().issueAdvance(new PaymentId("nobody"), ANNA),
                FaultCategory.NOT_FOUND,
                "no payment nobody");
    }

    private static void assertForbidden(Runnable call) {
        assertFault(call, FaultCategory.FORBIDDEN, "operator:anna may not documents.");
    }

    private static void assertFault(Runnable call, FaultCategory category, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(category))
                .hasMessageContaining(message);
    }
}
