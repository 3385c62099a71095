package io.orderweave.couriers.packeta;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Setting.Type;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.time.Duration;

/** What a person sets for a Packeta connection, and how it is read. */
final class PacketaSettingsSchema {

    static final String HOME_CARRIERS = "home.carriers";

    private static final String BASE_URL = "base.url";
    private static final String API_PASSWORD = "api.password";
    private static final String SENDER = "sender";
    private static final String LABEL_FORMAT = "label.format";
    private static final String TRACKING_PAGE = "tracking.page";
    private static final String CALL_DEADLINE = "call.deadline";

    static final SettingsSchema SCHEMA = SettingsSchema.of(
            Setting.required(API_PASSWORD, Type.SECRET, "API password, 32 characters, from Packeta's client section"),
            Setting.required(
                    SENDER,
                    Type.TEXT,
                    "Sender's name as in the client section; Packeta adds a sender it does not know"),
            Setting.withDefault(
                    HOME_CARRIERS,
                    Type.TEXT,
                    PacketaHomeCarriers.NONE,
                    "Id of the carrier for delivery to the door in each country, such as CZ=106 SK=131, or none"),
            Setting.withDefault(
                    LABEL_FORMAT,
                    Type.TEXT,
                    PacketaLabelFormat.A6.text(),
                    "Layout of labels: " + PacketaLabelFormat.all()),
            Setting.withDefault(
                    BASE_URL,
                    Type.URL,
                    "https://www.zasilkovna.cz/api",
                    "Base URL of Packeta's API, without the /rest at its end"),
            Setting.withDefault(
                    TRACKING_PAGE,
                    Type.URL,
                    "https://tracking.packeta.com/cs/",
                    "Page where customers follow their packets, with its language"),
            Setting.withDefault(CALL_DEADLINE, Type.DURATION, "PT30S", "How long one request may take in all"));

    private PacketaSettingsSchema() {}

    static PacketaSettings read(ConnectionId connection, Settings settings) {
        return PacketaSettings.builder()
                .baseUrl(settings.uri(BASE_URL))
                .apiPassword(settings.get(API_PASSWORD))
                .sender(settings.get(SENDER))
                .homeCarriers(PacketaHomeCarriers.parse(connection, HOME_CARRIERS, settings.get(HOME_CARRIERS)))
                .labelFormat(labelFormat(connection, settings.get(LABEL_FORMAT)))
                .trackingPage(new PacketaTrackingPage(settings.uri(TRACKING_PAGE)))
                .callDeadline(Duration.parse(settings.get(CALL_DEADLINE)))
                .build();
    }

    private static PacketaLabelFormat labelFormat(ConnectionId connection, String text) {
        return PacketaLabelFormat.parse(text)
                .orElseThrow(() -> new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        "settings of connection " + connection + ": " + LABEL_FORMAT + " is '" + text
                                + "', expected one of " + PacketaLabelFormat.all()));
    }
}
