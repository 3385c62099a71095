package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InPostSettingsSchemaTest {

    private static final ConnectionId CONNECTION = new ConnectionId("inpost-1");

    @Test
    void needTokenAndOrganizationOnly() {
        InPostSettings settings = read(Map.of());

        assertThat(settings.baseUrl()).isEqualTo(URI.create("https://api-shipx-pl.easypack24.net"));
        assertThat(settings.template()).isEqualTo(InPostTemplate.SMALL);
        assertThat(settings.insuresEverything()).isFalse();
        assertThat(settings.searchWindow()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void refuseATemplateThatLockersDoNotHave() {
        assertThatThrownBy(() -> read(Map.of("parcel.template", "huge")))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageContaining("inpost-1")
                .hasMessageContaining("parcel.template")
                .hasMessageContaining("small, medium or large");
    }

    @Test
    void printNoToken() {
        assertThat(read(Map.of()).toString()).doesNotContain("hunter2");
    }

    private static InPostSettings read(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("token", "hunter2", "organization.id", "4711"));
        values.putAll(more);
        return InPostSettingsSchema.read(
                CONNECTION, InPostSettingsSchema.SCHEMA.complete(CONNECTION, Settings.of(values)));
    }
}
