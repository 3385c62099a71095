package io.orderweave.examples.marketplace;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.http.HttpProfile;
import io.orderweave.tck.SettableClock;
import java.time.Duration;
import java.util.function.Function;

/**
 * Stall's connector with exactly one fault.
 *
 * @param name what the page calls the fault
 * @param does what goes wrong, as the page says it
 * @param group the group of the kit that must notice
 * @param fault makes the wrong connector of right parts
 */
record WrongConnector(String name, String does, Groups group, Function<Parts, ChannelConnector> fault) {

    /** What a connector is made of. */
    record Parts(Settings settings, ConnectorContext context, SettableClock clock, Duration patience) {

        /** As the right connector talks to Stall. */
        HttpProfile.Builder profile() {
            return StallClients.profile(settings, context)
                    .sleeper(clock::advance)
                    .callDeadline(patience);
        }

        StallApi api() {
            return api(context, profile());
        }

        StallApi api(ConnectorContext other, HttpProfile.Builder profile) {
            return StallClients.api(settings, other, profile);
        }

        ChannelConnector right() {
            return new StallConnector(api());
        }
    }

    StallUnderTest underTest() {
        return new StallUnderTest() {
            @Override
            public ChannelConnectorFactory factory(SettableClock clock, Duration patience) {
                return new Factory(clock, patience);
            }
        };
    }

    private final class Factory implements ChannelConnectorFactory {

        private final SettableClock clock;
        private final Duration patience;
        private final ChannelConnectorFactory right;

        Factory(SettableClock clock, Duration patience) {
            this.clock = clock;
            this.patience = patience;
            this.right = new StallConnectorFactory(clock::advance, patience);
        }

        @Override
        public ChannelId channel() {
            return right.channel();
        }

        @Override
        public SettingsSchema settings() {
            return right.settings();
        }

        @Override
        public ChannelConnector create(Settings settings, ConnectorContext context) {
            return fault.apply(new Parts(settings, context, clock, patience));
        }
    }

    @Override
    public String toString() {
        return group.title() + ": " + name;
    }
}
