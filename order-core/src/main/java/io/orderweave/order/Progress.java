package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** What has become of the order: the facts from which every axis is derived. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableProgress.class)
public interface Progress {

    /** Lines to which something has happened. */
    Map<LineId, LineProgress> lines();

    /** Charges on a live or credited final invoice. */
    Set<ChargeId> invoicedCharges();

    /** Charges whose final invoice is credited and that none issued in its place has taken again. */
    Set<ChargeId> creditedCharges();

    /** Received from the buyer over all payments. */
    Money paid();

    /** Given back to the buyer. */
    Money refunded();

    /** On credit notes. */
    Money credited();

    default LineProgress line(LineId id) {
        return lines().getOrDefault(id, LineProgress.NONE);
    }

    /** With one line's progress changed. */
    default Progress withLine(LineId id, UnaryOperator<LineProgress> change) {
        java.util.Map<LineId, LineProgress> changed = new java.util.TreeMap<>(lines());
        changed.put(id, change.apply(line(id)));
        return toBuilder().lines(changed).build();
    }

    default Progress withPaid(Money paid) {
        return toBuilder().paid(paid).build();
    }

    /** A builder that starts from this. */
    default Builder toBuilder() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    /** Nothing happened yet. */
    static Progress none(Currency currency) {
        Money zero = Money.zero(currency);
        return builder().paid(zero).refunded(zero).credited(zero).build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Progress}. */
    final class Builder extends ImmutableProgress.Builder {
        Builder() {}
    }
}
