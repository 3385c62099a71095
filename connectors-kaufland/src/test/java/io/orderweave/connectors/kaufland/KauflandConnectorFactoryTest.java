package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.simulator.kaufland.KauflandSettings.Partner;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KauflandConnectorFactoryTest {

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ChannelConnectorFactory.class))
                .hasAtLeastOneElementOfType(KauflandConnectorFactory.class);
        assertThat(new KauflandConnectorFactory().channel()).hasToString("kaufland");
    }

    @Test
    void namesEveryMissingSettingAndNoSecret() {
        assertThatThrownBy(() -> new KauflandConnectorFactory()
                        .settings()
                        .complete(
                                new ConnectionId("k"),
                                Settings.of(Map.of(KauflandConnectorFactory.OVERLAP, "soon", "colour", "red"))))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContainingAll("client.key", "secret.key", "account.name", "overlap", "colour");
        assertThat(new KauflandConnectorFactory().settings().settings())
                .filteredOn(setting -> setting.type() == Setting.Type.SECRET)
                .extracting(Setting::key)
                .containsExactly("secret.key", "partner.secret");
        TestContext context = new TestContext();
        assertThat(context.config(Map.of()) + " " + context.config(Map.of()).keys())
                .doesNotContain(TestContext.SECRET_KEY);
    }

    @Test
    void probesWithTheAccountsNameAndItsStorefronts() {
        try (SimulatedKaufland world = new SimulatedKaufland()) {
            assertThat(world.connector.probe()).hasToString("waldmuehle");
            assertThat(world.newRequests()).containsExactly("GET /info/storefront");
        }
        try (SimulatedKaufland french =
                new SimulatedKaufland(Map.of(KauflandConnectorFactory.STOREFRONTS, "de, fr"), settings -> settings)) {
            assertThatThrownBy(french.connector::probe)
                    .isInstanceOf(OutsideFault.class)
                    .hasMessageContaining("no storefront fr");
        }
    }

    @Test
    void stopsWhenTheKeysAreRefused() {
        try (SimulatedKaufland world = new SimulatedKaufland()) {
            for (String key : List.of(KauflandConnectorFactory.CLIENT_KEY, KauflandConnectorFactory.SECRET_KEY)) {
                ChannelConnector stranger = world.context.connector(world.kaufland.baseUrl(), Map.of(key, "wrong"));

                OutsideFault fault = catchThrowableOfType(OutsideFault.class, stranger::probe);

                assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
            }
            assertThat(world.newRequests()).hasSize(2);
        }
    }

    @Test
    void signsForAPartnerToo() {
        Map<String, String> settings = Map.of(
                KauflandConnectorFactory.PARTNER_KEY, "partner-1",
                KauflandConnectorFactory.PARTNER_SECRET, "partner-secret");
        try (SimulatedKaufland world = new SimulatedKaufland(
                settings, simulator -> simulator.partner(new Partner("partner-1", "partner-secret")))) {
            assertThat(world.connector.probe()).isNotNull();
        }
        try (SimulatedKaufland world =
                new SimulatedKaufland(settings, simulator -> simulator.partner(new Partner("partner-1", "another")))) {
            assertThatThrownBy(world.connector::probe).isInstanceOf(OutsideFault.class);
        }
    }

    @Test
    void hasEveryFacet() {
        ChannelConnector connector = new TestContext().connector("http://127.0.0.1:1/v2", Map.of());

        assertThat(List.of(
                        connector.orderFeed(),
                        connector.orderReader(),
                        connector.statusUpdates(),
                        connector.trackingUpdates(),
                        connector.documentUploads(),
                        connector.cancellations(),
                        connector.refunds(),
                        connector.returnFeed(),
                        connector.returnDecisions(),
                        connector.stockUpdates(),
                        connector.priceUpdates(),
                        connector.catalogFeed()))
                .allSatisfy(facet -> assertThat(facet).isPresent());
        assertThat(connector.profile().storefronts()).hasSize(7);
        assertThat(connector.profile().currencies()).hasSize(3);
        assertThat(connector.profile().pageSize()).isEqualTo(100);
    }
}
