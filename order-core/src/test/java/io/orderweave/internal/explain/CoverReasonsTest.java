package io.orderweave.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.id.ChargeId;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.id.PaymentId;
import io.orderweave.testing.TestDocuments;
import io.orderweave.text.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverReasonsTest {

    private final Document advance = TestDocuments.advance("a1", new PaymentId("p1"));
    private final Document invoice = TestDocuments.invoice("i1", Map.of(new LineId("l1"), 1), new ChargeId("delivery"));

    private static List<String> reasons(Document... documents) {
        return CoverReasons.of(new DocumentChain(List.of(documents))).stream()
                .map(Texts.english()::say)
                .toList();
    }

    @Test
    void namesTheAdvanceThatAPaymentHas() {
        assertThat(reasons(advance)).containsExactly("payment p1 already has advance N-a1");
        assertThat(reasons(advance, TestDocuments.creditNote("c1", advance)))
                .containsExactly("payment p1 already has advance N-a1, credited by N-c1; it gets no other");
    }

    @Test
    void namesTheInvoiceAndWhatBecameOfIt() {
        Document note = TestDocuments.creditNote("c1", invoice);
        Document.Builder again = Document.builder();
        again.from(invoice).id(new DocumentId("i2")).number("N-i2").replaces(invoice.id());

        assertThat(reasons(invoice)).containsExactly("invoice N-i1 covers what is on it");
        assertThat(reasons(invoice, note))
                .containsExactly(
                        "invoice N-i1 is credited by N-c1; rules get nothing back, a person may issue it again");
        assertThat(reasons(invoice, note, again.build()))
                .containsExactly(
                        "invoice N-i1 is credited by N-c1 and replaced by N-i2", "invoice N-i2 covers what is on it");
    }

    @Test
    void saysNothingWhereNothingIsCovered() {
        assertThat(reasons()).isEmpty();
    }
}
