package io.orderweave.examples.shop.command;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import io.orderweave.connectors.allegro.AllegroDeviceFlow;
import io.orderweave.connectors.allegro.AllegroDeviceFlow.Progress;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.config.ConnectionConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "auth", description = "Lets the seller authorise an account, once, in his browser.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AuthCommand implements Callable<Integer> {

    private static final AllegroConnectorFactory ALLEGRO = new AllegroConnectorFactory();

    @ParentCommand
    private ShopCommand shop;

    @Parameters(paramLabel = "CONNECTION", description = "A connection of type allegro.")
    private String connection;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            ConnectionConfig configured = Ids.connection(open, connection);
            if (!(configured instanceof ConnectionConfig.Channel channel) || !serves(channel)) {
                throw new IllegalArgumentException("connection " + connection
                        + " needs no authorisation: its credentials stand in the configuration");
            }
            Settings settings = ALLEGRO.settings()
                    .complete(channel.id(), channel.connection().settings());
            return authorise(AllegroDeviceFlow.of(
                    settings, open.hub().tokens(channel.id()), shop.time().clock()));
        });
    }

    private static boolean serves(ConnectionConfig.Channel channel) {
        return channel.connection().system().equals(ALLEGRO.channel());
    }

    /** What is wrong with a connection, and whether this command helps. */
    static String advice(ShopHub open, ConnectionId connection, OrderweaveException fault) {
        return fault.getMessage() + (fault.category() == FaultCategory.AUTHORISATION ? advice(open, connection) : "");
    }

    /** How this command helps a connection whose credentials are refused, if it does. */
    static String advice(ShopHub open, ConnectionId connection) {
        boolean helps = open.config().connections().stream()
                .filter(configured -> configured.id().equals(connection))
                .anyMatch(configured -> configured instanceof ConnectionConfig.Channel channel && serves(channel));
        return helps ? "; here: shop auth " + connection : "";
    }

    private int authorise(AllegroDeviceFlow flow) {
        AllegroDeviceFlow.Started started = flow.start();
        shop.out().println("Open " + started.verificationUrl() + " and confirm the code " + started.userCode());
        shop.out().flush();
        while (shop.time().pass(started.pollEvery())) {
            Progress progress = poll(flow, started);
            if (progress instanceof Progress.Authorised) {
                shop.out().println(connection + ": authorised");
                return ExitCodes.DONE;
            }
            if (progress instanceof Progress.Refused refused) {
                shop.out().println(connection + ": not authorised: " + refused.reason());
                return ExitCodes.FAILED;
            }
            started = ((Progress.Waiting) progress).started();
        }
        return ExitCodes.FAILED;
    }

    /** A poll that fails for a passing reason tells nothing: the seller may be reading the page, and the code holds until it expires. */
    private static Progress poll(AllegroDeviceFlow flow, AllegroDeviceFlow.Started started) {
        try {
            return flow.poll(started);
        } catch (OrderweaveException fault) {
            if (fault.category() == FaultCategory.TRANSIENT || fault.category() == FaultCategory.RATE_LIMITED) {
                return new Progress.Waiting(started);
            }
            throw fault;
        }
    }
}
