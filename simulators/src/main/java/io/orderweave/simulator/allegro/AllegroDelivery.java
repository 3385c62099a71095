package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** What a buyer chose for the delivery ({@code delivery}). Immutable. */
@Value.Immutable
@ValueStyle
public interface AllegroDelivery {

    /** A UUID, as in the list of delivery methods. */
    String methodId();

    String methodName();

    /** In the order's currency, at most two decimals. */
    BigDecimal cost();

    AllegroAddress address();

    Optional<AllegroPickupPoint> pickupPoint();

    /** Whether the buyer used Smart!, which may make the cost zero. */
    @Value.Default
    default boolean smart() {
        return false;
    }

    static Builder builder() {
        return new Builder();
    }

    /** A courier to this address. */
    static AllegroDelivery courier(AllegroMarketplace marketplace, AllegroAddress address) {
        DeliveryMethod method = DeliveryMethod.courier(marketplace);
        return builder()
                .methodId(method.id())
                .methodName(method.label())
                .cost(method.price())
                .address(address)
                .build();
    }

    /** A locker or shop, with the address of the person who collects. */
    static AllegroDelivery toPoint(AllegroMarketplace marketplace, AllegroAddress address, AllegroPickupPoint point) {
        DeliveryMethod method = DeliveryMethod.point(marketplace);
        return builder()
                .methodId(method.id())
                .methodName(method.label())
                .cost(method.price())
                .address(address)
                .pickupPoint(point)
                .build();
    }

    /** Builds {@link AllegroDelivery}s. */
    final class Builder extends ImmutableAllegroDelivery.Builder {
        Builder() {}
    }
}
