package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.ValueStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The invoice a buyer asked for ({@code invoice}): to a company or to a natural person. Immutable. */
@Value.Immutable
@ValueStyle
public interface AllegroInvoiceRequest {

    String street();

    String city();

    String zipCode();

    /** ISO 3166-1 alpha-2. */
    String countryCode();

    /** The company billed; empty for a natural person. */
    Optional<String> companyName();

    /** The company's ids by type: {@code PL_NIP}, {@code CZ_ICO}, {@code CZ_DIC}, {@code SK_ICO}, {@code VAT_EU}, ... */
    Map<String, String> companyIds();

    /** {@code ACTIVE}, {@code NON_ACTIVE} or {@code NOT_APPLICABLE}. */
    Optional<String> vatPayerStatus();

    Optional<String> firstName();

    Optional<String> lastName();

    @Value.Check
    default void check() {
        if (companyName().isPresent() == (firstName().isPresent() || lastName().isPresent())) {
            throw new IllegalArgumentException("An invoice is for a company or for a natural person");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AllegroInvoiceRequest}s. */
    final class Builder extends ImmutableAllegroInvoiceRequest.Builder {
        Builder() {}
    }
}
