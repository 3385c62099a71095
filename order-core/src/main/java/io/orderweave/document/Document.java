package io.orderweave.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.money.Money;
import io.orderweave.party.Party;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** An issued document: a snapshot that never changes, whatever becomes of the order. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableDocument.class)
public interface Document {

    DocumentId id();

    DocumentKind kind();

    String number();

    SeriesId series();

    SellerId seller();

    /** The seller as on the day of issue. */
    Party sellerProfile();

    boolean sellerIsVatPayer();

    Optional<OrderId> order();

    Optional<String> orderNumber();

    Party buyer();

    Optional<Party> recipient();

    Instant issuedAt();

    /** {@link #issuedAt()} as a day in the seller's zone. */
    LocalDate issueDate();

    /** Day of supply or of the payment received. */
    LocalDate taxDate();

    LocalDate dueDate();

    Currency currency();

    List<DocumentLine> lines();

    /**
     * By rate, ascending; empty where the seller is no VAT payer. A deduction takes off what the advance document declared, so that
     * the documents of one sale add up to its VAT to the minor unit.
     */
    List<VatSummary> vat();

    /** Sum of the lines: of a final invoice what remains after its deductions, of a credit note negative. */
    Money total();

    /** Received before issue, but for what the lines deduct. */
    Money paid();

    /** Digits the payer writes so that the payment is recognised; at most ten. */
    String variableSymbol();

    /** Where to pay. */
    Optional<BankAccount> payTo();

    /** How the buyer pays, in the shop's word, for example {@code bank-transfer}. */
    Optional<String> paymentMethod();

    Locale language();

    /** The document this one, a credit note, corrects. */
    Optional<DocumentId> corrects();

    Optional<String> correctsNumber();

    /** Why it corrects: the shop's word, for example {@code cancelled}, or a sentence. */
    Optional<String> reason();

    /** The credited invoice in whose place this one stands. */
    Optional<DocumentId> replaces();

    Optional<String> replacesNumber();

    /** The received payment that an advance document, or its credit note, is about. */
    default Optional<PaymentId> payment() {
        return lines().stream().flatMap(line -> line.payment().stream()).findFirst();
    }

    /** What remains to be paid; never negative. */
    default Money toPay() {
        Money open = total().minus(paid());
        return open.isNegative() ? Money.zero(currency()) : open;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Document}s. */
    final class Builder extends ImmutableDocument.Builder {
        Builder() {}
    }
}
