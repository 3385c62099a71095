package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.ValueStyle;
import org.immutables.value.Value;

/** One of the two addresses of an order ({@code billing_*}, {@code shipping_*}). Immutable; its parts are invented people. */
@Value.Immutable
@ValueStyle
public interface MerchantProAddress {

    String name();

    /** Street and house number. */
    String address();

    String city();

    /** County. */
    String state();

    String postalCode();

    /** ISO 3166-1 alpha-2. */
    String countryCode();

    String phone();

    static Builder builder() {
        return new Builder();
    }

    /** An invented customer. */
    static MerchantProAddress sample() {
        return builder()
                .name("Ioana Văduvescu")
                .address("Str. Salcâmilor 12, ap. 4")
                .city("Brașov")
                .state("Brașov")
                .postalCode("500123")
                .countryCode("RO")
                .phone("+40 722 555 010")
                .build();
    }

    /** Builds {@link MerchantProAddress}es. */
    final class Builder extends ImmutableMerchantProAddress.Builder {
        Builder() {}
    }
}
