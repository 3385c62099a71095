package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Setting;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.referee.ConnectorPage;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/connectors/merchantpro.md to the code. */
class MerchantProDocumentationTest {

    private final ConnectorPage page = ConnectorPage.of("merchantpro");
    private final ChannelConnector connector = new TestContext()
            .connector("http://127.0.0.1:1", Map.of(MerchantProConnectorFactory.WEBHOOK_SECRET, "webhook-secret"));

    @Test
    void namesATestForEachOfTheSixteenBehaviours() {
        List<String> named = firstGroups("(?m)^\\| \\d+ \\| .* \\| `(\\w+)` \\|$");

        List<String> tests = Arrays.stream(MerchantProChecklistTest.class.getDeclaredMethods())
                .filter(method -> method.getAnnotations().length > 0)
                .map(Method::getName)
                .filter(name -> !name.equals("close"))
                .toList();
        assertThat(named).hasSize(16).containsExactlyInAnyOrderElementsOf(tests);
    }

    @Test
    void listsEverySettingWithItsDefault() {
        for (Setting setting : MerchantProConfig.SCHEMA.settings()) {
            String value = setting.defaultValue().map(text -> "`" + text + "`").orElse("required");
            String secret = setting.type() == Setting.Type.SECRET ? ", secret" : "";
            assertThat(page.text()).contains("| `" + setting.key() + "` | " + value + secret + " |");
        }
    }

    @Test
    void saysWhatIsSupportedAsTheConnectorDeclaresIt() {
        assertThat(page.text()).contains(ConnectorPage.supported(connector));
    }

    @Test
    void saysWhyEachClaimOfTheKitIsNotMade() {
        assertThat(page.rows("The connector kit"))
                .containsExactlyInAnyOrderElementsOf(ConnectorPage.unclaimed(new MerchantProKitTest().channel()));
    }

    @Test
    void saysWhereEachUnconfirmedAnswerIsDecided() throws Exception {
        List<String> places = firstGroups("\\| `(MerchantPro\\w+)` \\|\\n");

        assertThat(places).hasSizeGreaterThan(15);
        for (String place : places) {
            assertThat(Class.forName("io.orderweave.connectors.merchantpro." + place))
                    .isNotNull();
        }
    }

    private List<String> firstGroups(String regex) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex).matcher(page.text());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
