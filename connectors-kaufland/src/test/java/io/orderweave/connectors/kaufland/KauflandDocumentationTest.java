package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Setting;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.referee.ConnectorPage;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/connectors/kaufland.md to the code. */
class KauflandDocumentationTest {

    private final ConnectorPage page = ConnectorPage.of("kaufland");
    private final ChannelConnector connector = new TestContext()
            .connector(
                    "http://127.0.0.1:1/v2",
                    Map.of(
                            KauflandConnectorFactory.PUSH_URL,
                            "https://shop.example/kaufland",
                            KauflandConnectorFactory.PUSH_EMAIL,
                            "shop@shop.example"));

    @Test
    void listsEverySettingWithItsDefault() {
        List<String> expected = new KauflandConnectorFactory()
                .settings().settings().stream()
                        .map(KauflandDocumentationTest::row)
                        .toList();

        List<String> rows = found("(?m)^\\| (`[a-z.]+` \\| [^|]+) \\|");

        assertThat(rows).containsAll(expected);
    }

    @Test
    void namesTheTestOfEachBehaviour() {
        List<String> tests = Stream.of(KauflandChecklistTest.class, KauflandWriteChecklistTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .sorted()
                .toList();

        assertThat(found("`(item\\d\\d\\w+)`")).isEqualTo(tests);
    }

    @Test
    void saysWhatIsSupportedAsTheConnectorDeclaresIt() {
        assertThat(page.text()).contains(ConnectorPage.supported(connector));
    }

    @Test
    void saysWhyEachClaimOfTheKitIsNotMade() {
        assertThat(page.rows("The connector kit"))
                .containsExactlyInAnyOrderElementsOf(ConnectorPage.unclaimed(new KauflandKitTest().channel()));
    }

    @Test
    void namesOnlyClassesThatAreThere() {
        String unconfirmed = page.text().substring(page.text().indexOf("## Unconfirmed"));
        Matcher classes =
                Pattern.compile("`(Kaufland[A-Z]\\w+)`( of the simulator)?").matcher(unconfirmed);
        List<String> missing = new ArrayList<>();
        while (classes.find()) {
            String module = classes.group(2) == null
                    ? "src/main/java/io/orderweave/connectors/kaufland"
                    : "../simulators/src/main/java/io/orderweave/simulator/kaufland";
            if (!Files.exists(Path.of(module, classes.group(1) + ".java"))) {
                missing.add(classes.group(1));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static String row(Setting setting) {
        String secret = setting.type() == Setting.Type.SECRET ? ", secret" : "";
        String value = setting.defaultValue().map(given -> "`" + given + "`").orElse("required");
        return "`" + setting.key() + "` | " + value + secret;
    }

    private List<String> found(String regex) {
        return Pattern.compile(regex)
                .matcher(page.text())
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
