package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** An amount of the order that is not a product: delivery, fee, service, discount, deposit. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableCharge.class)
public interface Charge {

    /** The closed set of charges. */
    enum Kind {
        DELIVERY,
        CASH_ON_DELIVERY,
        SERVICE,
        SURCHARGE,
        /** Negative. */
        DISCOUNT,
        DEPOSIT,
        OTHER
    }

    ChargeId id();

    Kind kind();

    String name();

    /** What the buyer pays, VAT included; negative for a discount. */
    Money amount();

    Optional<VatRate> vatRate();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Charge}s. */
    final class Builder extends ImmutableCharge.Builder {
        Builder() {}
    }
}
