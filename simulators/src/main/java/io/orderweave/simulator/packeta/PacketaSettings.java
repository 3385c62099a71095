package io.orderweave.simulator.packeta;

import io.orderweave.simulator.Pace;
import io.orderweave.simulator.SimulatorSettings;
import io.orderweave.simulator.internal.ValueStyle;
import java.time.Clock;
import java.util.Set;
import org.immutables.value.Value;

/** How a {@link PacketaSimulator} behaves; hosts build it. Immutable. */
@Value.Immutable
@ValueStyle
public interface PacketaSettings extends SimulatorSettings {

    /** The password every request carries. */
    @Value.Redacted
    String apiPassword();

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

    /** How a packet travels on; by default only when the test moves it. */
    @Value.Default
    default Pace transit() {
        return Pace.never();
    }

    /** Packeta's own pickup points that exist, for {@code addressId}. */
    @Value.Default
    default Set<String> points() {
        return Set.of("52", "95", "4711", "13497");
    }

    /** Carriers that deliver to the door, for {@code addressId}; they need a street address. */
    @Value.Default
    default Set<String> homeCarriers() {
        return Set.of("106", "131", "80");
    }

    /** Carriers with pickup points of their own, for {@code addressId}; they need {@code carrierPickupPoint}. */
    @Value.Default
    default Set<String> pointCarriers() {
        return Set.of("3060");
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PacketaSettings}, or starts a simulator with them. */
    final class Builder extends ImmutablePacketaSettings.Builder {
        Builder() {}

        /** Starts a simulator with what was set. */
        public PacketaSimulator start() {
            return PacketaSimulator.start(build());
        }
    }
}
