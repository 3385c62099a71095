package io.orderweave.crash.node;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.courier.CourierProfile;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.Labels;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.courier.ShipmentSearch;
import io.orderweave.courier.Tracking;
import java.time.Clock;
import java.util.Optional;

/** A courier whose search sees nothing. Wrong on purpose ({@link Breakage#BLIND_SEARCH}). */
final class BlindCourierFactory implements CourierFactory {

    private final CourierFactory factory;

    BlindCourierFactory(CourierFactory factory) {
        this.factory = factory;
    }

    @Override
    public ChannelId courier() {
        return factory.courier();
    }

    @Override
    public SettingsSchema settings() {
        return factory.settings();
    }

    @Override
    public Courier create(ConnectionId connection, Settings settings, Clock clock) {
        return new Blind(factory.create(connection, settings, clock));
    }

    private record Blind(Courier courier) implements Courier {

        @Override
        public CourierProfile profile() {
            return courier.profile();
        }

        @Override
        public void probe() {
            courier.probe();
        }

        @Override
        public CreateAnswer create(ShipmentRequest request) {
            return courier.create(request);
        }

        @Override
        public CreateAnswer resume(String handle) {
            return courier.resume(handle);
        }

        @Override
        public Optional<ShipmentSearch> search() {
            return Optional.of(reference -> Lookup.absent());
        }

        @Override
        public Labels labels() {
            return courier.labels();
        }

        @Override
        public Tracking tracking() {
            return courier.tracking();
        }
    }
}
