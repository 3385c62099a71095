package io.orderweave.internal.effects;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.effect.Effect;
import io.orderweave.effect.RemoteEffectHandler.RemoteCall;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.Outside;
import java.time.Duration;
import java.util.Optional;

/** The channel an effect goes to. */
record ChannelFacets(Outside outside) {

    /** Assumed where the connection is gone: its effects are blocked before any call. */
    private static final Duration UNKNOWN_DEADLINE = Duration.ofMinutes(1);

    Optional<ChannelConnector> find(Effect effect) {
        return effect.connection().flatMap(outside::channel);
    }

    ChannelConnector of(RemoteCall call) {
        ConnectionId connection = call.connection().orElseThrow();
        return outside.channel(connection)
                .orElseThrow(
                        () -> new OrderweaveException(FaultCategory.NOT_FOUND, "no channel connection " + connection));
    }

    Duration callDeadline(Effect effect) {
        return find(effect).map(connector -> connector.profile().callDeadline()).orElse(UNKNOWN_DEADLINE);
    }

    Duration settleTime(Effect effect) {
        return find(effect).map(connector -> connector.profile().settleTime()).orElse(UNKNOWN_DEADLINE);
    }
}
