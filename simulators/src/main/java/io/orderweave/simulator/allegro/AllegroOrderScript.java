package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a scripted buyer orders; only the lines must be given, all else has an invented default that fits the marketplace.
 * Immutable.
 *
 * @see AllegroBuyers#place(AllegroOrderScript)
 */
@Value.Immutable
@ValueStyle
public interface AllegroOrderScript {

    @Value.Default
    default AllegroMarketplace marketplace() {
        return AllegroMarketplace.PL;
    }

    /** ISO 4217; the marketplace's own when not given. */
    Optional<String> currency();

    /** The marketplace's sample buyer when not given. */
    Optional<AllegroBuyer> buyer();

    /** A courier to the marketplace's sample address when not given. */
    Optional<AllegroDelivery> delivery();

    @Value.Default
    default AllegroPaymentType paymentType() {
        return AllegroPaymentType.ONLINE;
    }

    List<AllegroLine> lines();

    Optional<AllegroInvoiceRequest> invoice();

    /** Whether Allegro's warehouse ships it (One Fulfillment, {@code fulfillment.provider}) rather than the seller. */
    @Value.Default
    default boolean fulfilledByAllegro() {
        return false;
    }

    Optional<String> messageToSeller();

    /** When it was bought; the simulator's present when not given. */
    Optional<Instant> boughtAt();

    @Value.Check
    default void check() {
        if (lines().isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AllegroOrderScript}s. */
    final class Builder extends ImmutableAllegroOrderScript.Builder {
        Builder() {}
    }
}
