package io.orderweave.courier;

import io.orderweave.value.ValueStyle;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import org.immutables.value.Value;

/** Facts about a courier that the engine and people plan by. */
@Value.Immutable
@ValueStyle
public interface CourierProfile {

    Set<Currency> collectOnDeliveryCurrencies();

    boolean deliversToPoints();

    boolean deliversToAddresses();

    /** Most shipments one tracking call asks after. */
    int trackingBatch();

    /** After a call's deadline, how long the courier may still take to show what it did. */
    Duration settleTime();

    /** How long one call may take in all before its outcome is in doubt. */
    Duration callDeadline();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CourierProfile}s. */
    final class Builder extends ImmutableCourierProfile.Builder {
        Builder() {}
    }
}
