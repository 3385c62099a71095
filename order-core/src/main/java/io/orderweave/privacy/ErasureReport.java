package io.orderweave.privacy;

import io.orderweave.effect.EffectKey;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.TransactionId;
import io.orderweave.value.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;

/** What an erasure came to: what is gone, what stays, and why. Holds no personal data. */
@Value.Immutable
@ValueStyle
public interface ErasureReport {

    /** Orders that hold no personal data now, whether erased this time or before. */
    List<OrderId> erased();

    /** Orders that were left as they are. */
    List<Refused> refused();

    /** Issued documents and their PDFs that the seller must keep. */
    List<KeptDocument> keptDocuments();

    /** Bank transactions that also paid orders which are not erased. */
    List<TransactionId> keptTransactions();

    /** An order whose data is still needed, and the unfinished effects that need it. */
    record Refused(OrderId order, List<EffectKey> effects) {
        public Refused {
            effects = List.copyOf(effects);
        }
    }

    /**
     * An issued document that stays.
     *
     * @param until the first day on which {@link Privacy#purgeExpiredDocuments} erases it
     */
    record KeptDocument(DocumentId document, String number, OrderId order, LocalDate until) {}

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ErasureReport}s. */
    final class Builder extends ImmutableErasureReport.Builder {
        Builder() {}
    }
}
