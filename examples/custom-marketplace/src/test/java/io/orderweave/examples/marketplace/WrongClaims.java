package io.orderweave.examples.marketplace;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Connectors that say of themselves what is not so. */
final class WrongClaims {

    private WrongClaims() {}

    static List<WrongConnector> all() {
        return List.of(
                wrong("unsupported", "a facet is there and throws \"unsupported\"", WrongClaims::promises),
                wrong("facet withheld", "a facet that is claimed is absent", WrongClaims::withholds),
                wrong("call when made", "the account is asked when the connector is made", WrongClaims::hastens),
                wrong("account of the day", "each probe tells another account", WrongClaims::forgetsWhoItIs));
    }

    private static WrongConnector wrong(String name, String does, Function<Parts, ChannelConnector> fault) {
        return new WrongConnector(name, does, Groups.CLAIMS, fault);
    }

    private static ChannelConnector promises(Parts parts) {
        return new ForwardingConnector(parts.right()) {
            @Override
            public Optional<CatalogFeed> catalogFeed() {
                return Optional.of((from, limit) -> {
                    throw new UnsupportedOperationException("not supported yet");
                });
            }
        };
    }

    private static ChannelConnector withholds(Parts parts) {
        return new ForwardingConnector(parts.right()) {
            @Override
            public Optional<TrackingUpdates> trackingUpdates() {
                return Optional.empty();
            }
        };
    }

    private static ChannelConnector hastens(Parts parts) {
        ChannelConnector right = parts.right();
        right.probe();
        return right;
    }

    private static ChannelConnector forgetsWhoItIs(Parts parts) {
        return new ForwardingConnector(parts.right()) {
            @Override
            public RemoteAccount probe() {
                return new RemoteAccount(super.probe() + "-" + UUID.randomUUID());
            }
        };
    }
}
