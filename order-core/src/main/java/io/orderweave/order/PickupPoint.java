package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.party.PostalAddress;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A locker, shop or office where the recipient collects the parcel. It never replaces the recipient's address. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutablePickupPoint.class)
public interface PickupPoint {

    /** The operator's code of the point, for example {@code POZ08A}. */
    String id();

    Optional<String> name();

    Optional<PostalAddress> address();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PickupPoint}s. */
    final class Builder extends ImmutablePickupPoint.Builder {
        Builder() {}
    }
}
