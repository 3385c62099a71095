package io.orderweave.connectors.kaufland;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of a connection, read.
 *
 * @param account what the host calls the seller account
 * @param storefronts those to serve; empty for all that the seller has
 * @param invoicesForDeemedSupplier whether own invoices are uploaded where Kaufland is the deemed supplier
 */
record KauflandConfig(
        URI apiUrl,
        Keys keys,
        Optional<Keys> partner,
        RemoteAccount account,
        String userAgent,
        List<Storefront> storefronts,
        Feed feed,
        boolean invoicesForDeemedSupplier,
        Optional<Push> push) {

    /** What an optional setting is when it is not given: one without a default would be required. */
    private static final String NONE = "none";

    private static final String ALL = "all";
    private static final int MOST_PER_PAGE = 100;

    static final SettingsSchema SCHEMA = SettingsSchema.of(
            Setting.withDefault(
                    KauflandConnectorFactory.API_URL,
                    Setting.Type.URL,
                    "https://sellerapi.kaufland.com/v2",
                    "the Seller API; https://sellerapi-playground.kaufland.com/v2 is the playground"),
            Setting.required(
                    KauflandConnectorFactory.CLIENT_KEY,
                    Setting.Type.TEXT,
                    "the client key of the seller portal's API settings"),
            Setting.required(
                    KauflandConnectorFactory.SECRET_KEY, Setting.Type.SECRET, "the secret key shown beside it, once"),
            Setting.withDefault(
                    KauflandConnectorFactory.PARTNER_KEY,
                    Setting.Type.TEXT,
                    NONE,
                    "the client key of a registered partner; none for software of your own"),
            Setting.withDefault(
                    KauflandConnectorFactory.PARTNER_SECRET, Setting.Type.SECRET, NONE, "the partner's secret key"),
            Setting.required(
                    KauflandConnectorFactory.ACCOUNT_NAME,
                    Setting.Type.TEXT,
                    "your name for the seller account, without spaces, for ever: Kaufland tells none, and keys change"),
            Setting.withDefault(
                    KauflandConnectorFactory.APPLICATION_NAME,
                    Setting.Type.TEXT,
                    "Inhouse_development",
                    "the name of your solution, sent as User-Agent"),
            Setting.withDefault(
                    KauflandConnectorFactory.STOREFRONTS,
                    Setting.Type.TEXT,
                    ALL,
                    "the storefronts to serve, for example de,cz; all for every one the seller has"),
            Setting.withDefault(
                    KauflandConnectorFactory.HISTORY,
                    Setting.Type.DURATION,
                    "P30D",
                    "how far back the first pull goes, by the orders' last change"),
            Setting.withDefault(
                    KauflandConnectorFactory.OVERLAP,
                    Setting.Type.DURATION,
                    "PT15M",
                    "how far each pull looks back behind the last one; more than clocks may differ, five minutes"),
            Setting.withDefault(
                    KauflandConnectorFactory.PAGE_SIZE, Setting.Type.INTEGER, "100", "rows per request, 1 to 100"),
            Setting.withDefault(
                    KauflandConnectorFactory.INVOICE_DEEMED_SUPPLIER,
                    Setting.Type.BOOLEAN,
                    "false",
                    "whether to upload own invoices to orders of which Kaufland is the deemed supplier"),
            Setting.withDefault(
                    KauflandConnectorFactory.PUSH_URL,
                    Setting.Type.TEXT,
                    NONE,
                    "the address at which Kaufland reaches your endpoint, exactly; none for no push notifications"),
            Setting.withDefault(
                    KauflandConnectorFactory.PUSH_EMAIL,
                    Setting.Type.TEXT,
                    NONE,
                    "whom Kaufland tells when that address does not answer; needed with push.url"));

    static KauflandConfig of(Settings settings) {
        return new KauflandConfig(
                settings.uri(KauflandConnectorFactory.API_URL),
                new Keys(
                        settings.get(KauflandConnectorFactory.CLIENT_KEY),
                        settings.get(KauflandConnectorFactory.SECRET_KEY)),
                partner(settings),
                new RemoteAccount(settings.get(KauflandConnectorFactory.ACCOUNT_NAME)),
                settings.get(KauflandConnectorFactory.APPLICATION_NAME),
                storefronts(settings.get(KauflandConnectorFactory.STOREFRONTS)),
                new Feed(
                        Duration.parse(settings.get(KauflandConnectorFactory.HISTORY)),
                        Duration.parse(settings.get(KauflandConnectorFactory.OVERLAP)),
                        Math.max(1, Math.min(MOST_PER_PAGE, settings.integer(KauflandConnectorFactory.PAGE_SIZE)))),
                Boolean.parseBoolean(settings.get(KauflandConnectorFactory.INVOICE_DEEMED_SUPPLIER)),
                push(settings));
    }

    /** Whether a storefront, as Kaufland writes it, is one to serve. */
    boolean serves(String storefront) {
        return storefronts.isEmpty()
                || storefronts.stream().anyMatch(own -> own.value().equalsIgnoreCase(storefront));
    }

    private static Optional<Keys> partner(Settings settings) {
        return given(settings, KauflandConnectorFactory.PARTNER_KEY)
                .flatMap(key ->
                        given(settings, KauflandConnectorFactory.PARTNER_SECRET).map(secret -> new Keys(key, secret)));
    }

    private static Optional<Push> push(Settings settings) {
        return given(settings, KauflandConnectorFactory.PUSH_URL)
                .flatMap(url -> given(settings, KauflandConnectorFactory.PUSH_EMAIL)
                        .map(email -> new Push(URI.create(url), email)));
    }

    private static Optional<String> given(Settings settings, String key) {
        return settings.find(key).filter(value -> !value.equals(NONE));
    }

    private static List<Storefront> storefronts(String text) {
        if (text.equals(ALL)) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new Storefront(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "KauflandConfig[" + apiUrl + ", " + account + "]";
    }

    /** A pair of keys. Prints no secret. */
    record Keys(String client, String secret) {

        @Override
        public String toString() {
            return "Keys[" + client + "]";
        }
    }

    /** How orders and returns are fetched. */
    record Feed(Duration history, Duration overlap, int pageSize) {}

    /** Where Kaufland sends notifications, and whom it tells when that fails. */
    record Push(URI url, String email) {

        @Override
        public String toString() {
            return "Push[" + url.getHost() + "]";
        }
    }
}
