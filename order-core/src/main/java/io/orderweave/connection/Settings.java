package io.orderweave.connection;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Settings of a connection, by key, checked against the {@link SettingsSchema}. Never prints a value. */
public final class Settings {

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /** The entries of a properties file. */
    public static Settings from(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return new Settings(values);
    }

    public static Settings none() {
        return new Settings(Map.of());
    }

    /** The values, for the schema to check. */
    public Map<String, String> values() {
        return values;
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that the schema requires or gives a default. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("setting " + key + " is missing"));
    }

    public URI uri(String key) {
        return URI.create(get(key));
    }

    public int integer(String key) {
        return Integer.parseInt(get(key));
    }

    @Override
    public String toString() {
        return "Settings" + new TreeMap<>(values).keySet();
    }
}
