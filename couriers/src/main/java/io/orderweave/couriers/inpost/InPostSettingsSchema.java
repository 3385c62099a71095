package io.orderweave.couriers.inpost;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Setting.Type;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.time.Duration;

/** What a person sets for an InPost connection, and how it is read. */
final class InPostSettingsSchema {

    private static final String BASE_URL = "base.url";
    private static final String ORGANIZATION = "organization.id";
    private static final String TOKEN = "token";
    private static final String SENDING_METHOD = "sending.method";
    private static final String TEMPLATE = "parcel.template";
    private static final String INSURE = "insure.all";
    private static final String TRACKING_PAGE = "tracking.page";
    private static final String CALL_DEADLINE = "call.deadline";
    private static final String SEARCH_WINDOW = "search.window";

    static final SettingsSchema SCHEMA = SettingsSchema.of(
            Setting.required(TOKEN, Type.SECRET, "API token of ShipX, from InPost's panel"),
            Setting.required(ORGANIZATION, Type.TEXT, "Organization id of ShipX, from the same page as the token"),
            Setting.withDefault(
                    SENDING_METHOD,
                    Type.TEXT,
                    "dispatch_order",
                    "How locker parcels reach InPost: dispatch_order (a courier collects), parcel_locker, any_point, pop or"
                            + " branch"),
            Setting.withDefault(
                    TEMPLATE,
                    Type.TEXT,
                    "small",
                    "Locker compartment of a parcel that has neither a size class nor dimensions: small, medium or large"),
            Setting.withDefault(
                    INSURE,
                    Type.BOOLEAN,
                    "false",
                    "Whether prepaid shipments are insured too, at the value of their goods; collected ones always are"),
            Setting.withDefault(BASE_URL, Type.URL, "https://api-shipx-pl.easypack24.net", "Base URL of ShipX"),
            Setting.withDefault(
                    TRACKING_PAGE,
                    Type.URL,
                    "https://inpost.pl/sledzenie-przesylek",
                    "Page where customers follow their parcels"),
            Setting.withDefault(CALL_DEADLINE, Type.DURATION, "PT30S", "How long one request may take in all"),
            Setting.withDefault(
                    SEARCH_WINDOW,
                    Type.DURATION,
                    "P30D",
                    "How far back a shipment whose answer was lost is searched for; at least as long as a backup may be old"));

    private InPostSettingsSchema() {}

    static InPostSettings read(ConnectionId connection, Settings settings) {
        return InPostSettings.builder()
                .baseUrl(settings.uri(BASE_URL))
                .organization(settings.get(ORGANIZATION))
                .token(settings.get(TOKEN))
                .sendingMethod(settings.get(SENDING_METHOD))
                .template(template(connection, settings.get(TEMPLATE)))
                .insuresEverything(Boolean.parseBoolean(settings.get(INSURE)))
                .trackingPage(new InPostTrackingPage(settings.uri(TRACKING_PAGE)))
                .callDeadline(Duration.parse(settings.get(CALL_DEADLINE)))
                .searchWindow(Duration.parse(settings.get(SEARCH_WINDOW)))
                .build();
    }

    private static InPostTemplate template(ConnectionId connection, String name) {
        return InPostTemplate.parse(name)
                .orElseThrow(() -> new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        "settings of connection " + connection + ": " + TEMPLATE + " is '" + name
                                + "', expected small, medium or large"));
    }
}
