package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.value.ValueStyle;
import org.immutables.value.Value;

/** What has become of the pieces of one line. Each number counts pieces. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableLineProgress.class)
public interface LineProgress {

    LineProgress NONE = builder().build();

    @Value.Default
    default int cancelled() {
        return 0;
    }

    /** In a live shipment. */
    @Value.Default
    default int covered() {
        return 0;
    }

    @Value.Default
    default int shipped() {
        return 0;
    }

    @Value.Default
    default int delivered() {
        return 0;
    }

    @Value.Default
    default int returned() {
        return 0;
    }

    /** On final invoices or receipts, credited ones included. */
    @Value.Default
    default int invoiced() {
        return 0;
    }

    /** On credit notes. */
    @Value.Default
    default int credited() {
        return 0;
    }

    @Value.Check
    default void check() {
        if (cancelled() < 0 || covered() < 0 || shipped() < 0 || delivered() < 0 || returned() < 0 || credited() < 0) {
            throw new IllegalArgumentException("progress must not be negative");
        }
        if (credited() > invoiced()) {
            throw new IllegalArgumentException("credited " + credited() + " of " + invoiced() + " invoiced pieces");
        }
    }

    /** A builder that starts from this. */
    default Builder toBuilder() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link LineProgress}. */
    final class Builder extends ImmutableLineProgress.Builder {
        Builder() {}
    }
}
