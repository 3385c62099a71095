package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a scripted customer orders; only the lines must be given, all else has an invented default. Immutable.
 *
 * @see MerchantProBuyers#place(MerchantProOrderScript)
 */
@Value.Immutable
@ValueStyle
public interface MerchantProOrderScript {

    /** {@code payment_method_code} of cash on delivery. */
    String CASH_ON_DELIVERY = "cash_delivery";

    List<MerchantProLine> lines();

    /** ISO 4217. */
    @Value.Default
    default String currency() {
        return "RON";
    }

    /** An open set: {@code wire}, {@link #CASH_ON_DELIVERY}, the codes of payment gateways. */
    @Value.Default
    default String paymentMethod() {
        return "wire";
    }

    /** Gross. */
    @Value.Default
    default BigDecimal shippingAmount() {
        return new BigDecimal("19.99");
    }

    @Value.Default
    default String shippingMethod() {
        return "Curier rapid";
    }

    @Value.Default
    default MerchantProAddress billing() {
        return MerchantProAddress.sample();
    }

    /** When it is not a person who buys. */
    Optional<MerchantProCompany> company();

    /** Where to ship to; to the billing address when not given. */
    Optional<MerchantProAddress> shipping();

    @Value.Default
    default String customerEmail() {
        return "ioana.v@posta.example";
    }

    Optional<String> customerNote();

    /** What the customer pays from his credit at the shop. */
    Optional<BigDecimal> walletAmount();

    /** {@code channel_id}, for shops with several storefronts. */
    Optional<String> channel();

    /** Makes the id one with a dot, such as {@code 42200001.3}, whose first part alone names nothing. */
    Optional<Integer> part();

    /** Whether the customer is still at the checkout: {@code shipping_status} temporary. */
    @Value.Default
    default boolean temporary() {
        return false;
    }

    /** When it was placed; the simulator's present when not given. */
    Optional<Instant> placedAt();

    @Value.Check
    default void check() {
        if (lines().isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link MerchantProOrderScript}s. */
    final class Builder extends ImmutableMerchantProOrderScript.Builder {
        Builder() {}
    }
}
