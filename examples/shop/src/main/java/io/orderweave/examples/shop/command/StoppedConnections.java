package io.orderweave.examples.shop.command;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.config.ConnectionConfig;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sales channels that refuse us while the shop runs. Each process keeps to itself which ones are stopped, so it looks at the stored tokens:
 * when the command auth of another process has replaced them, the connection is tried once and goes on. An account that refuses us is asked
 * for nothing in between. For one thread.
 */
final class StoppedConnections {

    private final ShopHub shop;
    private final Consumer<String> say;
    private final List<ConnectionId> channels;
    private final Map<ConnectionId, Optional<Tokens>> seen = new HashMap<>();
    private final Set<ConnectionId> told = new HashSet<>();

    StoppedConnections(ShopHub shop, Consumer<String> say) {
        this.shop = shop;
        this.say = say;
        this.channels = shop.config().connections().stream()
                .filter(ConnectionConfig.Channel.class::isInstance)
                .map(ConnectionConfig::id)
                .filter(shop.active()::contains)
                .toList();
    }

    /** Looks at all of them. One that cannot be looked at keeps no other back. */
    void look() {
        for (ConnectionId channel : channels) {
            try {
                look(channel);
            } catch (OrderweaveException fault) {
                say.accept(channel + ": not tried again: " + fault.getMessage());
            }
        }
    }

    private void look(ConnectionId channel) {
        Optional<Tokens> tokens = shop.hub().tokens(channel).current();
        Optional<String> reason = shop.hub().stopped(channel);
        if (reason.isEmpty()) {
            told.remove(channel);
        } else if (seen.containsKey(channel) && !tokens.equals(seen.get(channel))) {
            tryAgain(channel);
        } else if (told.add(channel)) {
            say.accept(channel + ": stopped: " + reason.get() + AuthCommand.advice(shop, channel));
        }
        seen.put(channel, tokens);
    }

    /** What fails for a passing reason is tried again at the next look. */
    private void tryAgain(ConnectionId channel) {
        try {
            shop.hub().probe(channel);
            told.remove(channel);
            say.accept(channel + ": authorised again, goes on");
        } catch (OrderweaveException fault) {
            if (fault.category() != FaultCategory.AUTHORISATION) {
                throw fault;
            }
            told.add(channel);
            say.accept(channel + ": still stopped: " + fault.getMessage() + AuthCommand.advice(shop, channel));
        }
    }
}
