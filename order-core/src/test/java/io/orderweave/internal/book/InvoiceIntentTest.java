package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.document.DocumentKind;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceIntentTest {

    @Test
    void isReadBackFromItsKey() {
        List<InvoiceIntent> intents = List.of(
                InvoiceIntent.Final.FIRST,
                new InvoiceIntent.Final(12),
                new InvoiceIntent.Advance(new PaymentId("p1")),
                new InvoiceIntent.Credit(new DocumentId("d1")));

        assertThat(intents)
                .extracting(intent -> intent.key(new OrderId("o1")).toString())
                .containsExactly(
                        "order/o1/invoice/final/1",
                        "order/o1/invoice/final/12",
                        "order/o1/invoice/advance/p1",
                        "order/o1/invoice/credit/d1");
        assertThat(intents)
                .allSatisfy(intent ->
                        assertThat(InvoiceIntent.parse(intent.discriminator())).isEqualTo(intent));
        assertThat(intents)
                .extracting(InvoiceIntent::documentKind)
                .containsExactly(
                        DocumentKind.INVOICE, DocumentKind.INVOICE, DocumentKind.ADVANCE, DocumentKind.CREDIT_NOTE);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (String unknown : List.of("1", "final", "final/x", "receipt/1")) {
            assertThatThrownBy(() -> InvoiceIntent.parse(unknown)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
