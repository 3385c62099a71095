package io.orderweave.internal.intake;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.InboundResponse;
import io.orderweave.connector.InboundEndpoint.Received;
import io.orderweave.internal.book.FaultText;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Setup;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what channels send to us: at once, asking nobody and storing nothing. */
public final class Inbound {

    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);

    /** A notification names what changed and does not bring it: far more than any is long. */
    static final int LONGEST_BODY = 1 << 20;

    private final Setup setup;
    private final Outside outside;
    private final HintBoard hints;

    public Inbound(Setup setup, Outside outside, HintBoard hints) {
        this.setup = setup;
        this.outside = outside;
        this.hints = hints;
    }

    public InboundResponse receive(ConnectionId id, InboundRequest request) {
        Optional<Connection> connection =
                Optional.ofNullable(setup.connections().get(id));
        Optional<InboundEndpoint> endpoint = outside.channel(id).flatMap(ChannelConnector::inboundEndpoint);
        if (connection.isEmpty() || endpoint.isEmpty()) {
            return InboundResponse.of(404, "nobody here expects anything");
        }
        if (connection.get().mode() == Mode.OFF) {
            // Not 2xx: some channels send again later, when it may be on.
            return InboundResponse.of(503, "switched off");
        }
        if (request.body().length > LONGEST_BODY) {
            return InboundResponse.of(413, "too long");
        }
        return received(id, endpoint.get(), request);
    }

    private InboundResponse received(ConnectionId id, InboundEndpoint endpoint, InboundRequest request) {
        Received received;
        try {
            received = endpoint.handle(request);
        } catch (RuntimeException fault) {
            // Whatever anybody on the internet sends, the host's web server gets an answer.
            LOG.warn("What came in for connection {} could not be handled", id, FaultText.traceOf(fault));
            return InboundResponse.of(500, "could not be handled");
        }
        int status = received.response().status();
        LOG.debug("What came in for connection {} was answered {}", id, status);
        if (status >= 200 && status < 300) {
            hints.note(id, received.hints());
        }
        return received.response();
    }
}
