package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.error.OrderweaveException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroConnectorFactoryTest {

    private final AllegroConnectorFactory factory = new AllegroConnectorFactory();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelConnectorFactory.class))
                .filteredOn(found -> found.channel().equals(new ChannelId("allegro")))
                .hasSize(1)
                .hasOnlyElementsOfType(AllegroConnectorFactory.class);
    }

    @Test
    void asksForTheApplicationAndKnowsProduction() {
        assertThatThrownBy(() -> factory.settings().complete(new ConnectionId("allegro-main"), Settings.none()))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("client.id is missing")
                .hasMessageContaining("client.secret is missing")
                .hasMessageContaining("application.name is missing")
                .hasMessageContaining("application.url is missing");
        Settings complete = new TestContext().settings("http://127.0.0.1:1", Map.of());

        assertThat(factory.settings().settings())
                .filteredOn(setting -> setting.key().equals(AllegroConnectorFactory.API_URL)
                        || setting.key().equals(AllegroConnectorFactory.AUTH_URL))
                .extracting(setting -> setting.defaultValue().orElse(""))
                .containsExactly("https://api.allegro.pl", "https://allegro.pl");
        assertThat(complete.get(AllegroConnectorFactory.RECONCILE_INTERVAL)).isEqualTo("PT5M");
    }

    @Test
    void treatsSecretsAsSecrets() {
        assertThat(factory.settings().settings())
                .filteredOn(setting ->
                        setting.key().contains("secret") || setting.key().contains("token"))
                .hasSize(2)
                .allMatch(setting -> setting.type() == Setting.Type.SECRET);
        assertThat(AllegroConfig.of(new TestContext().settings("http://127.0.0.1:1", Map.of()))
                        .toString())
                .doesNotContain(TestContext.CLIENT_SECRET);
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "0, 1", "-5, 1", "17, 17"})
    void keepsThePageSizeWithinAllegrosBounds(String given, int size) {
        ChannelConnector connector =
                new TestContext().connector("http://127.0.0.1:1", Map.of(AllegroConnectorFactory.PAGE_SIZE, given));

        assertThat(connector.profile().pageSize()).isEqualTo(size);
    }

    @Test
    void declaresItsFacetsAndFactsWithoutANetwork() {
        ChannelConnector connector = new TestContext().connector("http://127.0.0.1:1", Map.of());

        assertThat(connector.orderFeed()).isPresent();
        assertThat(connector.orderReader()).isPresent();
        assertThat(connector.statusUpdates()).isPresent();
        assertThat(connector.trackingUpdates()).isPresent();
        assertThat(connector.documentUploads()).isPresent();
        assertThat(connector.refunds()).isPresent();
        assertThat(connector.returnFeed()).isPresent();
        assertThat(connector.returnDecisions()).isPresent();
        assertThat(connector.stockUpdates()).isPresent();
        assertThat(connector.priceUpdates()).isPresent();
        assertThat(connector.catalogFeed()).isPresent();
        assertThat(connector.cancellations()).isEmpty();
        assertThat(connector.inboundEndpoint()).isEmpty();
        assertThat(connector.profile().currencies()).contains(Currency.getInstance("PLN"), Currency.getInstance("CZK"));
        assertThat(connector.profile().callDeadline()).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void showsHostsOnlyWhatTheyCall() throws Exception {
        for (String name : new String[] {
            "AllegroConnector", "AllegroOrderFeed", "AllegroApi", "AllegroCheckoutFormDto", "AllegroOrderMapper"
        }) {
            Class<?> type = Class.forName("io.orderweave.connectors.allegro." + name);
            assertThat(Modifier.isPublic(type.getModifiers())).as(name).isFalse();
        }
    }
}
