package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of a connection, read.
 *
 * @param currency of the shop's prices, which do not say it themselves; orders say theirs
 * @param codMethods the {@code payment_method_code}s that mean cash on delivery
 */
record MerchantProConfig(
        URI shopUrl, ApiKey key, Currency currency, Set<String> codMethods, Optional<String> webhookSecret, Feed feed) {

    /** What an optional setting is when it is not given: a setting without a default would be required. */
    private static final String NONE = "none";

    private static final String AUTO = "auto";
    private static final int MOST_PER_PAGE = 100;

    /** Filters know only days, so less could miss what happened around midnight. */
    private static final Duration LEAST_OVERLAP = Duration.ofDays(1);

    static final SettingsSchema SCHEMA = SettingsSchema.of(
            Setting.required(
                    MerchantProConnectorFactory.SHOP_URL,
                    Setting.Type.URL,
                    "the shop's own address, for example https://www.shop.example, without a path"),
            Setting.required(
                    MerchantProConnectorFactory.API_KEY, Setting.Type.TEXT, "the API key made in the shop's panel"),
            Setting.required(
                    MerchantProConnectorFactory.API_SECRET, Setting.Type.SECRET, "the secret that belongs to the key"),
            Setting.required(
                    MerchantProConnectorFactory.CURRENCY,
                    Setting.Type.TEXT,
                    "the ISO 4217 code of the shop's prices, for example RON"),
            Setting.withDefault(
                    MerchantProConnectorFactory.COD_METHODS,
                    Setting.Type.TEXT,
                    "cash_delivery",
                    "the codes of payment methods that are cash on delivery, with commas between"),
            Setting.withDefault(
                    MerchantProConnectorFactory.DATE_FILTER,
                    Setting.Type.TEXT,
                    AUTO,
                    "how the shop spells filters on dates: " + MerchantProDialect.names() + ", or auto to find out"),
            Setting.withDefault(
                    MerchantProConnectorFactory.WEBHOOK_SECRET,
                    Setting.Type.SECRET,
                    NONE,
                    "what webhooks are signed with; none when there are none"),
            Setting.withDefault(
                    MerchantProConnectorFactory.HISTORY,
                    Setting.Type.DURATION,
                    "P30D",
                    "how far back the first pull goes"),
            Setting.withDefault(
                    MerchantProConnectorFactory.OVERLAP,
                    Setting.Type.DURATION,
                    "P1D",
                    "how far back before the last pull each pull looks, at least a day"),
            Setting.withDefault(
                    MerchantProConnectorFactory.RECONCILE_INTERVAL,
                    Setting.Type.DURATION,
                    "PT30M",
                    "how often older orders are compared, where the shop cannot be asked for changed ones"),
            Setting.withDefault(
                    MerchantProConnectorFactory.RECONCILE_WINDOW,
                    Setting.Type.DURATION,
                    "P30D",
                    "how far back each comparison looks, by the orders' creation"),
            Setting.withDefault(
                    MerchantProConnectorFactory.PAGE_SIZE,
                    Setting.Type.INTEGER,
                    "100",
                    "orders per request, 1 to 100"));

    static MerchantProConfig of(Settings settings) {
        return new MerchantProConfig(
                settings.uri(MerchantProConnectorFactory.SHOP_URL),
                new ApiKey(
                        settings.get(MerchantProConnectorFactory.API_KEY),
                        settings.get(MerchantProConnectorFactory.API_SECRET)),
                currency(settings.get(MerchantProConnectorFactory.CURRENCY)),
                Arrays.stream(settings.get(MerchantProConnectorFactory.COD_METHODS)
                                .split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet()),
                settings.find(MerchantProConnectorFactory.WEBHOOK_SECRET).filter(secret -> !secret.equals(NONE)),
                feed(settings));
    }

    private static Feed feed(Settings settings) {
        Duration overlap = Duration.parse(settings.get(MerchantProConnectorFactory.OVERLAP));
        return new Feed(
                dialects(settings.get(MerchantProConnectorFactory.DATE_FILTER)),
                Duration.parse(settings.get(MerchantProConnectorFactory.HISTORY)),
                overlap.compareTo(LEAST_OVERLAP) > 0 ? overlap : LEAST_OVERLAP,
                Duration.parse(settings.get(MerchantProConnectorFactory.RECONCILE_INTERVAL)),
                Duration.parse(settings.get(MerchantProConnectorFactory.RECONCILE_WINDOW)),
                Math.max(1, Math.min(MOST_PER_PAGE, settings.integer(MerchantProConnectorFactory.PAGE_SIZE))));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(MerchantProConnectorFactory.CURRENCY, code, "an ISO 4217 code such as RON");
        }
    }

    private static List<MerchantProDialect> dialects(String name) {
        return name.equals(AUTO)
                ? MerchantProDialect.OF_ORDERS
                : List.of(MerchantProDialect.named(name)
                        .filter(MerchantProDialect.OF_ORDERS::contains)
                        .orElseThrow(() -> wrong(
                                MerchantProConnectorFactory.DATE_FILTER,
                                name,
                                MerchantProDialect.names() + " or " + AUTO)));
    }

    private static OrderweaveException wrong(String key, String value, String expected) {
        return new OrderweaveException(
                FaultCategory.INVALID_CONFIGURATION, key + " is '" + value + "', expected " + expected);
    }

    /** The shop as it is known: host, and port if it is not the usual one. */
    String shop() {
        String host = shopUrl.getHost().toLowerCase(Locale.ROOT);
        return shopUrl.getPort() < 0 ? host : host + ":" + shopUrl.getPort();
    }

    @Override
    public String toString() {
        return "MerchantProConfig[" + shop() + "]";
    }

    /** What lets us in. Prints no secret. */
    record ApiKey(String key, String secret) {

        @Override
        public String toString() {
            return "ApiKey";
        }
    }

    /**
     * How orders are fetched.
     *
     * @param dialects to be tried, the best first; at least one
     */
    record Feed(
            List<MerchantProDialect> dialects,
            Duration history,
            Duration overlap,
            Duration reconcileInterval,
            Duration reconcileWindow,
            int pageSize) {}
}
