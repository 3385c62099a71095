package io.orderweave.party;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A postal address. Prints only its country. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutablePostalAddress.class)
public interface PostalAddress {

    /** Street and house number in one line, as the country writes them. */
    @Value.Redacted
    String street();

    @Value.Redacted
    String city();

    @Value.Redacted
    String postalCode();

    /** County, province or region where the country uses one. */
    @Value.Redacted
    Optional<String> region();

    Country country();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PostalAddress}es. */
    final class Builder extends ImmutablePostalAddress.Builder {
        Builder() {}
    }
}
