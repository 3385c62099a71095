package io.orderweave.party;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A person or company: the buyer, the recipient, the invoiced. Every part is as the channel gave it. Prints nothing personal. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableParty.class)
public interface Party {

    /** First and last name of the person; empty when only a company is known. */
    @Value.Redacted
    Optional<String> personName();

    @Value.Redacted
    Optional<String> company();

    /** Often a relay address of the marketplace. */
    @Value.Redacted
    Optional<String> email();

    /** As given; not normalised. */
    @Value.Redacted
    Optional<String> phone();

    Optional<PostalAddress> address();

    List<TaxId> taxIds();

    /** What to write on an envelope's first line: company, else person. */
    default String displayName() {
        return company().or(this::personName).orElse("");
    }

    /** The tax id of that type. */
    default Optional<TaxId> taxId(String type) {
        return taxIds().stream().filter(id -> id.type().equals(type)).findFirst();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Party}s. */
    final class Builder extends ImmutableParty.Builder {
        Builder() {}
    }
}
