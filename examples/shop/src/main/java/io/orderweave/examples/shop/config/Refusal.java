package io.orderweave.examples.shop.config;

import io.orderweave.connection.Setting;
import io.orderweave.connection.SettingsSchema;
import java.util.Optional;

/**
 * A connector's refusal of settings that its schema accepts. The refused value, which stands between key and expectation, is not kept.
 *
 * @param key the setting, where the connector names one
 * @param what what was expected, or the connector's own words
 */
record Refusal(Optional<String> key, String what) {

    private static final String EXPECTED = ", expected ";

    static Refusal of(SettingsSchema schema, String message) {
        int expected = message.indexOf(EXPECTED);
        Optional<String> key = schema.settings().stream()
                .map(Setting::key)
                .filter(it -> message.startsWith(it + " ") || message.contains(": " + it + " "))
                .findFirst();
        return expected < 0 || key.isEmpty()
                ? new Refusal(Optional.empty(), message)
                : new Refusal(key, message.substring(expected + ", ".length()));
    }
}
