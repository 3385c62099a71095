package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.SimulatorSettings;
import io.orderweave.simulator.internal.ValueStyle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How a {@link KauflandSimulator} behaves; hosts build it. Immutable. */
@Value.Immutable
@ValueStyle
public interface KauflandSettings extends SimulatorSettings {

    String clientKey();

    @Value.Redacted
    String secretKey();

    /** With it, calls that carry a partner's key must be signed by this partner too. */
    Optional<Partner> partner();

    @Override
    @Value.Default
    default Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    @Value.Default
    default int port() {
        return 0;
    }

    /** What ids are made of: the same seed and steps give the same ids. */
    @Value.Default
    default long seed() {
        return 1;
    }

    /** Where the seller sells. */
    @Value.Default
    default List<KauflandStorefront> storefronts() {
        return List.of(KauflandStorefront.DE);
    }

    /** How far the timestamp of a request may be from the simulator's clock. */
    @Value.Default
    default Duration clockSkew() {
        return Duration.ofMinutes(5);
    }

    /** The largest invoice, decoded; the real limit is UNCONFIRMED. */
    @Value.Default
    default int largestInvoice() {
        return 2 * 1024 * 1024;
    }

    /** How long a write to an offer stays invisible to reads. */
    @Value.Default
    default Duration offerLag() {
        return Duration.ZERO;
    }

    /** The names of {@code GET /carriers}; {@code Other} is always among them. The real list is longer. */
    @Value.Default
    default List<String> carriers() {
        return List.of("DHL", "DPD", "GLS", "Hermes", "UPS", "InPost", "Packeta", "Österreichische Post");
    }

    /** A partner whose solution the calls come from. */
    record Partner(String clientKey, String secretKey) {

        @Override
        public String toString() {
            return "Partner[" + clientKey + "]";
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link KauflandSettings}, or starts a simulator with them. */
    final class Builder extends ImmutableKauflandSettings.Builder {
        Builder() {}

        /** Starts a simulator with what was set. */
        public KauflandSimulator start() {
            return KauflandSimulator.start(build());
        }
    }
}
