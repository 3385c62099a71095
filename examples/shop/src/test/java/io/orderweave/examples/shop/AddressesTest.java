package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Setting;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.courier.CourierFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every address that the shop calls is a setting; where it is given, nothing else is called. */
class AddressesTest {

    /** Pages that are told to others and never called. */
    private static final Set<String> NEVER_CALLED = Set.of("application.url", "tracking.page");

    @TempDir
    Path folder;

    @Test
    void everyAddressOfAConnectorOrCourierIsASetting() {
        assertThat(addresses())
                .isEqualTo(Map.of(
                        "allegro", Set.of("api.url", "auth.url", "application.url"),
                        "kaufland", Set.of("api.url"),
                        "merchantpro", Set.of("shop.url"),
                        "inpost", Set.of("base.url", "tracking.page"),
                        "packeta", Set.of("base.url", "tracking.page")));
    }

    @Test
    void whereTheyAreGivenNothingElseIsCalled() {
        try (SimulatedShop shop = new SimulatedShop(folder);
                CalledHosts called = CalledHosts.record()) {
            shop.openKaufland().buyers().placeReady(KauflandTest.twoCups());
            shop.openMerchantPro();
            shop.openPacketa();
            shop.buyMug();
            shop.change(config -> addresses()
                    .forEach((type, keys) -> keys.stream()
                            .filter(NEVER_CALLED::contains)
                            .forEach(key ->
                                    config.set("connection." + type + ".set." + key, "https://pages.example/" + key))));
            assertThat(given(shop)).containsAll(wanted());

            assertThat(shop.run("probe").code()).isZero();
            assertThat(shop.run("run", "--once").code()).isZero();
            assertThat(shop.run("auth", "allegro").code()).isEqualTo(ExitCodes.FAILED);

            assertThat(called.hosts()).isEqualTo(shop.hosts());
        }
    }

    /** As {@link #addresses()}, without pages that are only told. */
    static Map<String, Set<String>> called() {
        Map<String, Set<String>> called = addresses();
        called.replaceAll((type, keys) ->
                keys.stream().filter(key -> !NEVER_CALLED.contains(key)).collect(Collectors.toSet()));
        return called;
    }

    /** The keys of settings that are addresses, by type of connection. */
    private static Map<String, Set<String>> addresses() {
        Map<String, Set<String>> addresses = new TreeMap<>();
        ServiceLoader.load(ChannelConnectorFactory.class)
                .forEach(factory -> addresses.put(factory.channel().value(), addresses(factory.settings())));
        ServiceLoader.load(CourierFactory.class)
                .forEach(factory -> addresses.put(factory.courier().value(), addresses(factory.settings())));
        return addresses;
    }

    private static Set<String> addresses(SettingsSchema schema) {
        return schema.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.URL)
                .map(Setting::key)
                .collect(Collectors.toSet());
    }

    private static List<String> wanted() {
        return addresses().entrySet().stream()
                .flatMap(type -> type.getValue().stream().map(key -> "connection." + type.getKey() + ".set." + key))
                .toList();
    }

    /** The keys that the configuration gives. */
    private static List<String> given(SimulatedShop shop) {
        return SampleConfig.read(shop.config()).keys();
    }
}
