package io.orderweave.couriers.packeta;

import io.orderweave.connection.ConnectionId;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.party.Country;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of Packeta's carriers brings packets to the door in which country: Packeta takes the country from the carrier. */
final class PacketaHomeCarriers {

    /** The setting's value when there is no home delivery. */
    static final String NONE = "none";

    private static final Pattern ENTRY = Pattern.compile("([A-Z]{2})=(\\d{1,9})");

    private final Map<Country, String> byCountry;

    private PacketaHomeCarriers(Map<Country, String> byCountry) {
        this.byCountry = Map.copyOf(byCountry);
    }

    /**
     * Reads a setting such as {@code CZ=106 SK=131}.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) when it cannot be read
     */
    static PacketaHomeCarriers parse(ConnectionId connection, String key, String text) {
        Map<Country, String> byCountry = new HashMap<>();
        if (!text.equals(NONE)) {
            Arrays.stream(text.strip().split("[\\s,]+", -1)).forEach(entry -> {
                Matcher matcher = ENTRY.matcher(entry);
                if (!matcher.matches()
                        || byCountry.putIfAbsent(country(matcher.group(1), connection, key), matcher.group(2))
                                != null) {
                    throw unreadable(connection, key, entry);
                }
            });
        }
        return new PacketaHomeCarriers(byCountry);
    }

    /** The id of the carrier in that country. */
    Optional<String> in(Country country) {
        return Optional.ofNullable(byCountry.get(country));
    }

    private static Country country(String code, ConnectionId connection, String key) {
        try {
            return new Country(code);
        } catch (IllegalArgumentException e) {
            throw unreadable(connection, key, code);
        }
    }

    private static OrderweaveException unreadable(ConnectionId connection, String key, String entry) {
        return new OrderweaveException(
                FaultCategory.INVALID_CONFIGURATION,
                "settings of connection " + connection + ": " + key + " has '" + entry
                        + "', expected none, or one carrier id per country such as CZ=106 SK=131");
    }
}
