package io.orderweave.simulator.inpost;

import io.orderweave.simulator.Pace;
import io.orderweave.simulator.SimulatorSettings;
import io.orderweave.simulator.internal.ValueStyle;
import java.time.Clock;
import java.util.Set;
import org.immutables.value.Value;

/** How an {@link InPostSimulator} behaves; hosts build it. Immutable. */
@Value.Immutable
@ValueStyle
public interface InPostSettings extends SimulatorSettings {

    String organizationId();

    /** The static bearer token. */
    @Value.Redacted
    String token();

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

    /** When a created shipment is confirmed and gets its tracking number; by default when it is asked about twice. */
    @Value.Default
    default Pace confirmation() {
        return Pace.perPolls(2);
    }

    /** How a confirmed parcel travels on; by default only when the test moves it. */
    @Value.Default
    default Pace transit() {
        return Pace.never();
    }

    /** The lockers and shops that exist. */
    @Value.Default
    default Set<String> points() {
        return Set.of("KRA010", "POZ08A", "TOR01N", "WAW330M", "GDA05B");
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link InPostSettings}, or starts a simulator with them. */
    final class Builder extends ImmutableInPostSettings.Builder {
        Builder() {}

        /** Starts a simulator with what was set. */
        public InPostSimulator start() {
            return InPostSimulator.start(build());
        }
    }
}
