package io.orderweave.examples.shop.config;

import io.orderweave.OrderHubBuilder;
import io.orderweave.bankmail.BankMailFolder;
import io.orderweave.bankmail.BankMailParser;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.courier.CourierFactory;
import io.orderweave.error.OrderweaveException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The sales channels and couriers on the class path, by name. */
public final class Systems {

    private final Map<String, ChannelConnectorFactory> channels = new TreeMap<>();
    private final Map<String, CourierFactory> couriers = new TreeMap<>();

    private Systems() {}

    /** All that announce themselves as a service. */
    public static Systems installed() {
        Systems systems = new Systems();
        ServiceLoader.load(ChannelConnectorFactory.class)
                .forEach(factory -> systems.channels.put(factory.channel().value(), factory));
        ServiceLoader.load(CourierFactory.class)
                .forEach(factory -> systems.couriers.put(factory.courier().value(), factory));
        return systems;
    }

    /** Gives a hub that is built the connections, and the systems that they may lead to. */
    public void connect(OrderHubBuilder builder, List<ConnectionConfig> connections, Clock clock) {
        channels.values().forEach(builder::connector);
        couriers.values().forEach(builder::courier);
        for (ConnectionConfig connection : connections) {
            if (connection instanceof ConnectionConfig.Channel channel) {
                builder.connection(channel.connection());
            } else if (connection instanceof ConnectionConfig.CourierAccount courier) {
                builder.connection(courier.connection());
            } else {
                ConnectionConfig.BankMails mails = (ConnectionConfig.BankMails) connection;
                builder.paymentSource(
                        mails.id(), new BankMailFolder(mails.folder(), new BankMailParser(mails.mailbox(), clock)));
            }
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>(channels.keySet());
        names.addAll(couriers.keySet());
        return names;
    }

    boolean isChannel(String name) {
        return channels.containsKey(name);
    }

    Optional<SettingsSchema> settings(String name) {
        return Optional.ofNullable(channels.get(name))
                .map(ChannelConnectorFactory::settings)
                .or(() -> Optional.ofNullable(couriers.get(name)).map(CourierFactory::settings));
    }

    /** What a connector says about settings that its schema accepts; empty when it takes them. It is made for that, and calls nobody. */
    Optional<Refusal> refusal(String name, ConnectionId connection, Settings given) {
        SettingsSchema schema = settings(name).orElseThrow();
        Settings complete = schema.complete(connection, given);
        try {
            if (isChannel(name)) {
                Objects.requireNonNull(channels.get(name)).create(complete, new Trial(connection));
            } else {
                Objects.requireNonNull(couriers.get(name)).create(connection, complete, Clock.systemUTC());
            }
            return Optional.empty();
        } catch (OrderweaveException refused) {
            return Optional.of(Refusal.of(schema, String.valueOf(refused.getMessage())));
        }
    }
}
