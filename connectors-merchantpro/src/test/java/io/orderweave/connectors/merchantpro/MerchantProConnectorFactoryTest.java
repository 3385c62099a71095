package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.channel.ChannelId;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantProConnectorFactoryTest {

    private static final String NOWHERE = "http://127.0.0.1:1";

    private final MerchantProConnectorFactory factory = new MerchantProConnectorFactory();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelConnectorFactory.class))
                .filteredOn(found -> found.channel().equals(new ChannelId("merchantpro")))
                .hasSize(1)
                .hasOnlyElementsOfType(MerchantProConnectorFactory.class);
    }

    @Test
    void asksForTheShopItsKeyAndItsCurrency() {
        assertThatThrownBy(() -> factory.settings().complete(new ConnectionId("shop"), Settings.none()))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("shop.url is missing")
                .hasMessageContaining("api.key is missing")
                .hasMessageContaining("api.secret is missing")
                .hasMessageContaining("currency is missing");
    }

    @Test
    void treatsSecretsAsSecrets() {
        assertThat(factory.settings().settings())
                .filteredOn(setting -> setting.key().contains("secret"))
                .hasSize(2)
                .allMatch(setting -> setting.type() == Setting.Type.SECRET);
        MerchantProConfig config = MerchantProConfig.of(new TestContext().settings(NOWHERE, Map.of()));
        assertThat(config.toString() + config.key()).doesNotContain(TestContext.SECRET, TestContext.KEY);
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "0, 1", "-5, 1", "17, 17"})
    void keepsThePageSizeWithinBounds(String given, int size) {
        ChannelConnector connector =
                new TestContext().connector(NOWHERE, Map.of(MerchantProConnectorFactory.PAGE_SIZE, given));

        assertThat(connector.profile().pageSize()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, P1D", "PT23H, P1D", "P3D, P3D"})
    void overlapsAtLeastADay(String given, Duration overlap) {
        Settings settings = new TestContext().settings(NOWHERE, Map.of(MerchantProConnectorFactory.OVERLAP, given));

        assertThat(MerchantProConfig.of(settings).feed().overlap()).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({
        "currency, lei, an ISO 4217 code such as RON",
        "date.filter, all, 'modified, created_after, created or auto'"
    })
    void refusesSettingsThatMakeNoSense(String key, String value, String expected) {
        assertThatThrownBy(() -> new TestContext().connector(NOWHERE, Map.of(key, value)))
                .isInstanceOfSatisfying(OrderweaveException.class, fault -> {
                    assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION);
                    assertThat(fault).hasMessageContaining(key + " is '" + value + "', expected " + expected);
                });
    }

    @Test
    void takesTheFilterItIsTold() {
        Settings settings =
                new TestContext().settings(NOWHERE, Map.of(MerchantProConnectorFactory.DATE_FILTER, "created"));

        assertThat(MerchantProConfig.of(settings).feed().dialects()).containsExactly(MerchantProDialect.CREATED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example/api/v2/",
        "https://shop.example/, https://shop.example/api/v2/",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/api/v2/"
    })
    void findsTheApiUnderTheShopsAddress(URI shop, URI api) {
        assertThat(MerchantProClients.apiUrl(shop)).isEqualTo(api);
    }

    @Test
    void declaresItsFacetsAndFactsWithoutANetwork() {
        ChannelConnector connector = new TestContext().connector(NOWHERE, Map.of());

        assertThat(connector.orderFeed()).isPresent();
        assertThat(connector.orderReader()).isPresent();
        assertThat(connector.statusUpdates()).isPresent();
        assertThat(connector.trackingUpdates()).isPresent();
        assertThat(connector.cancellations()).isPresent();
        assertThat(connector.stockUpdates()).isPresent();
        assertThat(connector.priceUpdates()).isPresent();
        assertThat(connector.catalogFeed()).isPresent();
        assertThat(connector.documentUploads()).isEmpty();
        assertThat(connector.refunds()).isEmpty();
        assertThat(connector.returnFeed()).isEmpty();
        assertThat(connector.returnDecisions()).isEmpty();
        assertThat(connector.profile().currencies()).containsExactly(Currency.getInstance("RON"));
    }

    @Test
    void knowsAShopByItsAddressOnceItsKeyIsGood() {
        try (SimulatedShop world = new SimulatedShop()) {
            RemoteAccount account = world.connector.probe();

            assertThat(account).hasToString(world.shop.baseUrl().substring("http://".length()));
            assertThat(world.newRequests()).containsExactly("GET /api/v2/orders");
        }
    }

    @Test
    void showsHostsOnlyWhatTheyCall() throws Exception {
        for (String name : new String[] {
            "MerchantProConnector", "MerchantProOrderFeed", "MerchantProApi", "MerchantProOrderDto", "MerchantProConfig"
        }) {
            Class<?> type = Class.forName("io.orderweave.connectors.merchantpro." + name);
            assertThat(Modifier.isPublic(type.getModifiers())).as(name).isFalse();
        }
    }
}
