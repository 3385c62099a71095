package io.orderweave.connectors.allegro;

import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a connection, read.
 *
 * @param userAgent in the form Allegro demands since June 2026: {@code Name/1.2.3 (+https://docs)}
 */
record AllegroConfig(
        URI apiUrl,
        URI authUrl,
        Client client,
        String userAgent,
        Optional<String> firstRefreshToken,
        Feed feed,
        Returns returns) {

    /** What {@link #firstRefreshToken} is when it is not given: a setting without a default would be required. */
    private static final String NONE = "none";

    private static final int MOST_PER_PAGE = 100;

    static final SettingsSchema SCHEMA = SettingsSchema.of(
            Setting.withDefault(
                    AllegroConnectorFactory.API_URL,
                    Setting.Type.URL,
                    "https://api.allegro.pl",
                    "the REST API; https://api.allegro.pl.allegrosandbox.pl is the sandbox"),
            Setting.withDefault(
                    AllegroConnectorFactory.AUTH_URL,
                    Setting.Type.URL,
                    "https://allegro.pl",
                    "the OAuth host; https://allegro.pl.allegrosandbox.pl is the sandbox"),
            Setting.required(
                    AllegroConnectorFactory.CLIENT_ID,
                    Setting.Type.TEXT,
                    "the Client ID of your application at apps.developer.allegro.pl"),
            Setting.required(
                    AllegroConnectorFactory.CLIENT_SECRET,
                    Setting.Type.SECRET,
                    "the Client Secret of your application"),
            Setting.required(
                    AllegroConnectorFactory.APPLICATION_NAME,
                    Setting.Type.TEXT,
                    "your application's name exactly as registered at Allegro"),
            Setting.withDefault(
                    AllegroConnectorFactory.APPLICATION_VERSION,
                    Setting.Type.TEXT,
                    "1.0",
                    "your application's version"),
            Setting.required(
                    AllegroConnectorFactory.APPLICATION_URL,
                    Setting.Type.URL,
                    "a page about your application; Allegro demands one"),
            Setting.withDefault(
                    AllegroConnectorFactory.REFRESH_TOKEN,
                    Setting.Type.SECRET,
                    NONE,
                    "a refresh token to begin with, used only while none is stored; none for the device flow"),
            Setting.withDefault(
                    AllegroConnectorFactory.HISTORY,
                    Setting.Type.DURATION,
                    "P30D",
                    "how far back the first pull goes, by the orders' last change"),
            Setting.withDefault(
                    AllegroConnectorFactory.RECONCILE_INTERVAL,
                    Setting.Type.DURATION,
                    "PT5M",
                    "how often the list of orders is compared, because Allegro loses events"),
            Setting.withDefault(
                    AllegroConnectorFactory.RECONCILE_WINDOW,
                    Setting.Type.DURATION,
                    "P2D",
                    "how far back each comparison looks, by the orders' last change"),
            Setting.withDefault(
                    AllegroConnectorFactory.PAGE_SIZE, Setting.Type.INTEGER, "100", "orders per request, 1 to 100"),
            Setting.withDefault(
                    AllegroConnectorFactory.RETURNS_INTERVAL,
                    Setting.Type.DURATION,
                    "PT1H",
                    "how often known returns are read again, because Allegro does not tell which changed"),
            Setting.withDefault(
                    AllegroConnectorFactory.RETURNS_WINDOW,
                    Setting.Type.DURATION,
                    "P60D",
                    "how far back that looks, by the day a return was announced"));

    static AllegroConfig of(Settings settings) {
        return new AllegroConfig(
                settings.uri(AllegroConnectorFactory.API_URL),
                settings.uri(AllegroConnectorFactory.AUTH_URL),
                new Client(
                        settings.get(AllegroConnectorFactory.CLIENT_ID),
                        settings.get(AllegroConnectorFactory.CLIENT_SECRET)),
                userAgent(settings),
                settings.find(AllegroConnectorFactory.REFRESH_TOKEN).filter(token -> !token.equals(NONE)),
                new Feed(
                        Duration.parse(settings.get(AllegroConnectorFactory.HISTORY)),
                        Duration.parse(settings.get(AllegroConnectorFactory.RECONCILE_INTERVAL)),
                        Duration.parse(settings.get(AllegroConnectorFactory.RECONCILE_WINDOW)),
                        Math.max(1, Math.min(MOST_PER_PAGE, settings.integer(AllegroConnectorFactory.PAGE_SIZE)))),
                new Returns(
                        Duration.parse(settings.get(AllegroConnectorFactory.RETURNS_INTERVAL)),
                        Duration.parse(settings.get(AllegroConnectorFactory.RETURNS_WINDOW))));
    }

    private static String userAgent(Settings settings) {
        return settings.get(AllegroConnectorFactory.APPLICATION_NAME) + "/"
                + settings.get(AllegroConnectorFactory.APPLICATION_VERSION) + " (+"
                + settings.get(AllegroConnectorFactory.APPLICATION_URL) + ")";
    }

    @Override
    public String toString() {
        return "AllegroConfig[" + apiUrl + "]";
    }

    /** The application, registered at Allegro. Prints no secret. */
    record Client(String id, String secret) {

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /** How returns are read again. */
    record Returns(Duration interval, Duration window) {}

    /** How orders are fetched. */
    record Feed(Duration history, Duration reconcileInterval, Duration reconcileWindow, int pageSize) {}
}
