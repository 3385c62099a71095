package io.orderweave.connector;

import io.orderweave.connection.ConnectionId;
import java.time.Clock;

/** What the engine gives a connector. Implemented by the engine. */
public interface ConnectorContext {

    ConnectionId connection();

    Clock clock();

    /** The account's tokens, shared by every node. */
    TokenVault tokens();
}
