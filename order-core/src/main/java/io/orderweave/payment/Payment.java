package io.orderweave.payment;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.TransactionId;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Money received for one order. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutablePayment.class)
public interface Payment {

    /** Who told us of it. */
    enum Source {
        /** The channel took the money. */
        CHANNEL,
        BANK,
        /** The courier collected it. */
        COURIER,
        /** A person said so. */
        OPERATOR
    }

    PaymentId id();

    OrderId order();

    Money amount();

    Instant receivedAt();

    Source source();

    /** The other side's id: of the channel's payment, or of the bank's. */
    Optional<String> reference();

    /** The bank transaction it came by. */
    Optional<TransactionId> transaction();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Payment}s. */
    final class Builder extends ImmutablePayment.Builder {
        Builder() {}
    }
}
