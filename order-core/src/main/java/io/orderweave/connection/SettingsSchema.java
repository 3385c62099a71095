package io.orderweave.connection;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The settings that a connector takes. */
public record SettingsSchema(List<Setting> settings) {

    public SettingsSchema {
        settings = List.copyOf(settings);
    }

    public static SettingsSchema of(Setting... settings) {
        return new SettingsSchema(List.of(settings));
    }

    /**
     * The settings with defaults filled in.
     *
     * @param connection named in the message
     * @throws OrderweaveException (INVALID_CONFIGURATION) with every fault at once: key, value (unless secret), expectation
     */
    public Settings complete(ConnectionId connection, Settings given) {
        Map<String, String> complete = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(given.values().keySet());
        for (Setting setting : settings) {
            unknown.remove(setting.key());
            String value = given.find(setting.key()).or(setting::defaultValue).orElse(null);
            if (value == null) {
                faults.add(setting.key() + " is missing, expected "
                        + setting.type().expectation() + " (" + setting.description() + ")");
            } else if (!setting.accepts(value)) {
                String shown = setting.type() == Setting.Type.SECRET ? "(secret)" : "'" + value + "'";
                faults.add(setting.key() + " is " + shown + ", expected "
                        + setting.type().expectation());
            } else {
                complete.put(setting.key(), value);
            }
        }
        for (String key : unknown) {
            faults.add(key + " is not a setting of this connector; there are "
                    + settings.stream().map(Setting::key).toList());
        }
        if (!faults.isEmpty()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "settings of connection " + connection + ": " + String.join("; ", faults));
        }
        return Settings.of(complete);
    }
}
