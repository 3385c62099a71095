package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Setting;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.referee.ConnectorPage;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Holds docs/connectors/allegro.md to the code. */
class AllegroDocumentationTest {

    private static final String PACKAGE = "io.orderweave.connectors.allegro.";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .* \\| (`.*`) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private final ConnectorPage page = ConnectorPage.of("allegro");
    private final ChannelConnector connector = new TestContext().connector("http://127.0.0.1:1", Map.of());

    @Test
    void namesATestForEachOfTheTwentyFiveBehaviours() throws Exception {
        List<MatchResult> rows = ROW.matcher(page.text()).results().toList();

        assertThat(rows)
                .extracting(row -> Integer.valueOf(row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        for (MatchResult row : rows) {
            List<MatchResult> tests = TEST.matcher(row.group(2)).results().toList();
            assertThat(tests).as("tests of " + row.group(1)).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(testsOf(Class.forName(PACKAGE + test.group(1))))
                        .as("tests of " + test.group(1))
                        .contains(test.group(2));
            }
        }
    }

    @Test
    void saysWhatIsSupportedAsTheConnectorDeclaresIt() {
        assertThat(page.text()).contains(ConnectorPage.supported(connector));
    }

    @Test
    void saysWhyEachClaimOfTheKitIsNotMade() {
        assertThat(page.rows("The connector kit"))
                .containsExactlyInAnyOrderElementsOf(ConnectorPage.unclaimed(new AllegroKitTest().channel()));
    }

    @Test
    void listsEverySettingWithItsDefault() {
        for (Setting setting : AllegroConfig.SCHEMA.settings()) {
            String value = setting.defaultValue().map(text -> "`" + text + "`").orElse("required");
            String secret = setting.type() == Setting.Type.SECRET ? ", secret" : "";
            assertThat(page.text()).contains("| `" + setting.key() + "` | " + value + secret + " |");
        }
    }

    @Test
    void saysWhereEachUnconfirmedAnswerIsDecided() throws Exception {
        String list = page.text().substring(page.text().indexOf("## Unconfirmed"));
        List<String> places = Pattern.compile("\\| `(Allegro\\w+)` \\|")
                .matcher(list)
                .results()
                .map(place -> place.group(1))
                .toList();

        assertThat(places).hasSizeGreaterThan(12);
        for (String place : places) {
            assertThat(Class.forName(PACKAGE + place)).isNotNull();
        }
    }

    private static List<String> testsOf(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
                .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(Method::getName)
                .toList();
    }
}
