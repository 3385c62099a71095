package io.orderweave.couriers.packeta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.party.Country;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketaSettingsSchemaTest {

    private static final ConnectionId CONNECTION = new ConnectionId("packeta-1");

    @Test
    void needPasswordAndSenderOnly() {
        PacketaSettings settings = read(Map.of());

        assertThat(settings.baseUrl()).isEqualTo(URI.create("https://www.zasilkovna.cz/api"));
        assertThat(settings.labelFormat()).isEqualTo(PacketaLabelFormat.A6);
        assertThat(settings.homeCarriers().in(new Country("CZ"))).isEmpty();
    }

    @Test
    void nameACarrierForEachCountry() {
        PacketaHomeCarriers carriers =
                read(Map.of("home.carriers", "CZ=106, SK=131")).homeCarriers();

        assertThat(carriers.in(new Country("CZ"))).contains("106");
        assertThat(carriers.in(new Country("SK"))).contains("131");
        assertThat(carriers.in(new Country("HU"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"106", "CZ=", "cz=106", "ZZ=1", "CZ=106 CZ=107", "CZ=10a", "CZ:106"})
    void refuseCarriersThatCannotBeRead(String carriers) {
        assertThatThrownBy(() -> read(Map.of("home.carriers", carriers)))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageContaining("packeta-1")
                .hasMessageContaining("home.carriers")
                .hasMessageContaining("CZ=106 SK=131");
    }

    @Test
    void refuseALabelFormatThatPacketaDoesNotPrint() {
        assertThatThrownBy(() -> read(Map.of("label.format", "A5 on A5")))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageContaining("A5 on A5")
                .hasMessageContaining("A7 on A4");
    }

    @Test
    void printNoPassword() {
        assertThat(read(Map.of()).toString()).doesNotContain("hunter2");
    }

    private static PacketaSettings read(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("api.password", "hunter2", "sender", "weave-shop"));
        values.putAll(more);
        return PacketaSettingsSchema.read(
                CONNECTION, PacketaSettingsSchema.SCHEMA.complete(CONNECTION, Settings.of(values)));
    }
}
