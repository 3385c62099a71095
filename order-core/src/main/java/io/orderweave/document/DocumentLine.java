package io.orderweave.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.ChargeId;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.id.PaymentId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One line of a document. Amounts include VAT. It tells what it is about by one of {@link #line}, {@link #charge}, {@link #payment} and
 * {@link #advance}.
 */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableDocumentLine.class)
public interface DocumentLine {

    /** The order line it covers. */
    Optional<LineId> line();

    /** The charge it covers. */
    Optional<ChargeId> charge();

    /** The received payment it is a share of: the lines of an advance document, one for each VAT rate. */
    Optional<PaymentId> payment();

    /** The advance document whose share at this rate it deducts. */
    Optional<DocumentId> advance();

    /**
     * What it is called: as the order says; of a payment's share the order's number, of a deduction the advance document's number, for
     * which the renderer finds the words of its language.
     */
    String description();

    Optional<String> sku();

    /** Negative where it takes off: on a credit note, and where an advance is deducted. */
    int quantity();

    /** Gross price of one piece. */
    Money unitPrice();

    /** Absent where the seller is no VAT payer. */
    Optional<VatRate> vatRate();

    /** Quantity times unit price. */
    default Money total() {
        return unitPrice().times(quantity());
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DocumentLine}s. */
    final class Builder extends ImmutableDocumentLine.Builder {
        Builder() {}
    }
}
