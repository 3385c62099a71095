package io.orderweave.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** One line of a document. Amounts include VAT; on a credit note they are negative. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableDocumentLine.class)
public interface DocumentLine {

    /** The order line it covers. */
    Optional<LineId> line();

    /** The charge it covers. */
    Optional<ChargeId> charge();

    String description();

    Optional<String> sku();

    /** Negative on a credit note. */
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
