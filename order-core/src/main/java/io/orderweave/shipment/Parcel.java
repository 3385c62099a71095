package io.orderweave.shipment;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** One parcel. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableParcel.class)
public interface Parcel {

    /** Grams, positive. */
    int weightGrams();

    Optional<Dimensions> dimensions();

    /** The courier's size class where it has classes, for example {@code small}. */
    Optional<String> sizeClass();

    /** Outer size in millimetres. */
    record Dimensions(int lengthMm, int widthMm, int heightMm) {}

    @Value.Check
    default void check() {
        if (weightGrams() <= 0) {
            throw new IllegalArgumentException("a parcel's weight must be positive: " + weightGrams() + " g");
        }
    }

    static Parcel ofGrams(int weightGrams) {
        return builder().weightGrams(weightGrams).build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Parcel}s. */
    final class Builder extends ImmutableParcel.Builder {
        Builder() {}
    }
}
