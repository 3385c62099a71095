package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the connector says of itself is so. A part of {@link ChannelConnectorTck}. */
public abstract class ClaimsTck extends ChannelGroup {

    @Test
    void hasTheFacetsItClaimsAndNoOther() {
        assertThat(Facet.of(connector)).isEqualTo(channel().facets());
    }

    @Test
    void itsFacetsAreTheSameForItsLife() {
        connector.probe();

        for (Facet facet : Facet.values()) {
            assertThat(facet.isIn(connector)).as(facet.name()).isEqualTo(facet.isIn(newConnector()));
        }
    }

    @Test
    void itsProfileHasPlausibleFacts() {
        ConnectorProfile profile = connector.profile();

        assertThat(profile.pageSize()).isPositive();
        assertThat(profile.currencies()).contains(server.currency());
        assertThat(profile.settleTime()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(profile.callDeadline()).isPositive();
        assertThat(connector.profile()).as("asked again").isEqualTo(profile);
    }

    @Test
    void isMadeWithoutACall() {
        newConnector();

        assertThat(proxy.count()).isZero();
    }

    @Test
    void theProbeTellsTheAccountAlwaysAlike() {
        assertThat(connector.probe()).isEqualTo(newConnector().probe());
    }

    @Test
    void everySettingIsExplained() {
        assertThat(factory().settings().settings()).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.key()).matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
            assertThat(setting.description()).isNotBlank();
        });
    }

    @Test
    void everyAddressIsASetting() {
        Map<String, String> given = server.settings(proxy.url());

        assertThat(factory().settings().settings())
                .filteredOn(setting -> setting.type() == Setting.Type.URL)
                .extracting(setting -> given.getOrDefault(setting.key(), ""))
                .anyMatch(value -> value.startsWith(proxy.url().toString()));
        connector.probe();
        assertThat(proxy.count())
                .as("requests that went by the configured address")
                .isPositive();
    }

    @Test
    void settingsThatDoNotFitAreAllNamedAtOnce() {
        Map<String, String> wrong = new HashMap<>(server.settings(proxy.url()));
        wrong.put("no.such.setting", "1");
        String required = factory().settings().settings().stream()
                .filter(setting -> setting.defaultValue().isEmpty())
                .map(Setting::key)
                .findFirst()
                .orElse("no.such.setting");
        wrong.remove(required);

        OrderweaveException fault = catchThrowableOfType(
                OrderweaveException.class,
                () -> factory().settings().complete(context.connection(), Settings.of(wrong)));

        assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION);
        assertThat(fault).hasMessageContaining("no.such.setting").hasMessageContaining(required);
        assertThat(fault.getMessage()).doesNotContain(secrets());
    }

    @Test
    void theServiceLoaderFindsTheFactory() {
        assertThat(ServiceLoader.load(io.orderweave.connector.ChannelConnectorFactory.class))
                .anySatisfy(
                        found -> assertThat(found.channel()).isEqualTo(factory().channel()));
    }
}
