package io.orderweave.examples.shop.config;

import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.courier.CourierFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    public List<ChannelConnectorFactory> channels() {
        return List.copyOf(channels.values());
    }

    public List<CourierFactory> couriers() {
        return List.copyOf(couriers.values());
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
}
