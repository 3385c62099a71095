package io.orderweave.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsSchemaTest {

    private static final ConnectionId SHOP = new ConnectionId("shop");

    private final SettingsSchema schema = SettingsSchema.of(
            Setting.required("client.id", Setting.Type.TEXT, "The application's id."),
            Setting.required("client.secret", Setting.Type.SECRET, "The application's secret."),
            Setting.withDefault("url", Setting.Type.URL, "https://api.example.org", "Where the API is."),
            Setting.withDefault("page.size", Setting.Type.INTEGER, "50", "Items a page."),
            Setting.withDefault("timeout", Setting.Type.DURATION, "PT30S", "How long a call may take."),
            Setting.withDefault("sandbox", Setting.Type.BOOLEAN, "false", "Whether it is a test."));

    @Test
    void takesNoAddressWhosePortIsNone() {
        Setting url = Setting.required("url", Setting.Type.URL, "Where the API is.");

        assertThat(url.accepts("http://127.0.0.1:65535")).isTrue();
        assertThat(url.accepts("http://127.0.0.1:65536")).isFalse();
    }

    @Test
    void fillsInDefaults() {
        Settings complete = schema.complete(SHOP, Settings.of(Map.of("client.id", "a", "client.secret", "s3cret")));

        assertThat(complete.integer("page.size")).isEqualTo(50);
        assertThat(complete.uri("url")).hasHost("api.example.org");
        assertThat(complete.get("client.id")).isEqualTo("a");
    }

    @Test
    void namesEveryFaultAtOnceAndShowsNoSecret() {
        String message = fault(Map.of(
                "client.secret", " ",
                "url", "ftp://example.org",
                "page.size", "fifty",
                "timeout", "30",
                "sandbox", "yes",
                "client.secrt", "hunter2"));

        assertThat(message)
                .startsWith("settings of connection shop: ")
                .contains("client.id is missing, expected some text (The application's id.)")
                .contains("client.secret is (secret), expected a secret")
                .contains("url is 'ftp://example.org', expected an absolute http or https URL")
                .contains("page.size is 'fifty', expected a whole number")
                .contains("timeout is '30', expected an ISO 8601 duration such as PT30S")
                .contains("sandbox is 'yes', expected true or false")
                .contains("client.secrt is not a setting of this connector; there are [client.id, client.secret")
                .doesNotContain("hunter2");
    }

    @Test
    void printsKeysAndNoValue() {
        Settings settings = Settings.of(Map.of("client.secret", "hunter2", "client.id", "a-1"));
        Connection connection = Connection.builder()
                .id(SHOP)
                .system(new io.orderweave.channel.ChannelId("fake"))
                .settings(settings)
                .build();

        assertThat(settings).hasToString("Settings[client.id, client.secret]");
        assertThat(connection.toString()).doesNotContain("hunter2", "a-1");
    }

    private String fault(Map<String, String> given) {
        OrderweaveException fault =
                catchThrowableOfType(OrderweaveException.class, () -> schema.complete(SHOP, Settings.of(given)));
        assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION);
        return String.valueOf(fault.getMessage());
    }
}
