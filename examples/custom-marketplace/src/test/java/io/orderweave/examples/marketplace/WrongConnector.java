package io.orderweave.examples.marketplace;

import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.http.HttpProfile;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelUnderTest;
import java.time.Duration;
import java.util.function.Function;

/**
 * Stall's connector, or Bazaar's, with exactly one fault.
 *
 * @param name what the page calls the fault
 * @param does what goes wrong, as the page says it
 * @param group the group of the kit that must notice
 * @param fault makes the wrong connector of right parts
 */
record WrongConnector(String name, String does, Groups group, Function<Parts, ChannelConnector> fault) {

    /** What a connector is made of. */
    record Parts(Settings settings, ConnectorContext context, SettableClock clock, Duration patience) {

        /** As the right connector talks to the marketplace. */
        HttpProfile.Builder profile() {
            return StallClients.profile(settings, context)
                    .sleeper(clock::advance)
                    .callDeadline(patience);
        }

        StallApi api() {
            return api(context, profile());
        }

        StallApi api(ConnectorContext other, HttpProfile.Builder profile) {
            return StallClients.api(StallApi.class, settings, other, profile);
        }

        BazaarApi bazaarApi() {
            return StallClients.api(BazaarApi.class, settings, context, profile());
        }

        ChannelConnector right() {
            return new StallConnector(api());
        }

        BazaarConnector bazaar() {
            return new BazaarConnector(right(), bazaarApi(), settings.get("client.secret"));
        }
    }

    ChannelUnderTest underTest() {
        return group.isOfStall() ? stallUnderTest() : new BazaarUnderTest(fault);
    }

    private ChannelUnderTest stallUnderTest() {
        return new StallUnderTest() {
            @Override
            public ChannelConnectorFactory factory(SettableClock clock, Duration patience) {
                return new FactoryOfParts(clock, patience, fault);
            }
        };
    }

    @Override
    public String toString() {
        return group.title() + ": " + name;
    }
}
