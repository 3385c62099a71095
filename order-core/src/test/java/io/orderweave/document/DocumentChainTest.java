package io.orderweave.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.id.ChargeId;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.id.PaymentId;
import io.orderweave.testing.TestDocuments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentChainTest {

    private static final PaymentId PAYMENT = new PaymentId("p1");

    private final Document advance = TestDocuments.advance("a1", PAYMENT);
    private final Document invoice = TestDocuments.deducting("i1", advance.id());
    private final Document plain = TestDocuments.invoice("i0", Map.of(new LineId("l1"), 1), new ChargeId("delivery"));

    private static DocumentChain chain(Document... documents) {
        return new DocumentChain(List.of(documents));
    }

    @Test
    void aDocumentIsLiveUntilACreditNoteCorrectsIt() {
        Document note = TestDocuments.creditNote("c1", plain);

        assertThat(chain(plain, invoice).live(DocumentKind.INVOICE)).containsExactly(plain, invoice);
        assertThat(chain(plain, invoice, note).live(DocumentKind.INVOICE)).containsExactly(invoice);
        assertThat(chain(plain, invoice, note).creditNoteOf(plain.id())).contains(note);
        assertThat(chain(plain, invoice, note).creditNoteOf(invoice.id())).isEmpty();
        assertThat(chain(plain, note).live(DocumentKind.CREDIT_NOTE)).containsExactly(note);
    }

    @Test
    void anAdvanceIsOpenUntilALiveInvoiceDeductsIt() {
        assertThat(chain(advance, plain).openAdvances()).containsExactly(advance);
        assertThat(chain(advance, invoice).openAdvances()).isEmpty();
        assertThat(chain(advance, invoice).deductionOf(advance.id())).contains(invoice);
    }

    @Test
    void aCreditedInvoiceGivesItsAdvancesBack() {
        DocumentChain chain = chain(advance, invoice, TestDocuments.creditNote("c1", invoice));

        assertThat(chain.openAdvances()).containsExactly(advance);
        assertThat(chain.deductionOf(advance.id())).isEmpty();
    }

    @Test
    void aCreditedAdvanceIsNeitherOpenNorThePayments() {
        DocumentChain chain = chain(advance, TestDocuments.creditNote("c1", advance));

        assertThat(chain(advance).advanceOf(PAYMENT)).contains(advance);
        assertThat(chain(advance).advanceOf(new PaymentId("p2"))).isEmpty();
        assertThat(chain.advanceOf(PAYMENT)).isEmpty();
        assertThat(chain.openAdvances()).isEmpty();
    }

    @Test
    void anInvoiceStandsInTheOnesPlaceThatItNames() {
        Document.Builder again = Document.builder();
        Document second =
                again.from(plain).id(new DocumentId("i2")).replaces(plain.id()).build();

        assertThat(chain(plain, second).replacementOf(plain.id())).contains(second);
        assertThat(chain(plain, second).replacementOf(second.id())).isEmpty();
        assertThat(chain(plain, second).find(second.id())).contains(second);
    }
}
