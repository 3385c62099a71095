package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a scripted buyer orders; only the items must be given, all else has an invented default that fits the storefront. Immutable.
 *
 * @see KauflandBuyers#place(KauflandOrderScript)
 */
@Value.Immutable
@ValueStyle
public interface KauflandOrderScript {

    @Value.Default
    default KauflandStorefront storefront() {
        return KauflandStorefront.DE;
    }

    List<KauflandItem> items();

    /** The storefront's sample address when not given. */
    Optional<KauflandAddress> shippingAddress();

    /** The shipping address when not given. */
    Optional<KauflandAddress> billingAddress();

    Optional<KauflandPickupLocation> pickup();

    @Value.Default
    default String buyerEmail() {
        return "buyer-4711@mail.kaufland.example";
    }

    /** Whether Kaufland is the deemed supplier of the sale. */
    @Value.Default
    default boolean deemedSupplier() {
        return false;
    }

    /** When it was placed; the simulator's present when not given. */
    Optional<Instant> placedAt();

    @Value.Check
    default void check() {
        if (items().isEmpty()) {
            throw new IllegalArgumentException("An order has at least one item");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link KauflandOrderScript}s. */
    final class Builder extends ImmutableKauflandOrderScript.Builder {
        Builder() {}
    }
}
