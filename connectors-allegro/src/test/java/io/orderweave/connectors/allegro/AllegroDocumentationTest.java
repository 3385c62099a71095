package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Setting;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorProfile;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Holds docs/connectors/allegro.md to the code. */
class AllegroDocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "connectors", "allegro.md");
    private static final String PACKAGE = "io.orderweave.connectors.allegro.";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .* \\| (`.*`) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private final ChannelConnector connector = new TestContext().connector("http://127.0.0.1:1", Map.of());

    @Test
    void namesATestForEachOfTheTwentyFiveBehaviours() throws Exception {
        List<MatchResult> rows = ROW.matcher(page()).results().toList();

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
    void saysWhatIsSupportedAsTheConnectorDeclaresIt() throws IOException {
        assertThat(page()).contains(supported());
    }

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        for (Setting setting : AllegroConfig.SCHEMA.settings()) {
            String value = setting.defaultValue().map(text -> "`" + text + "`").orElse("required");
            String secret = setting.type() == Setting.Type.SECRET ? ", secret" : "";
            assertThat(page()).contains("| `" + setting.key() + "` | " + value + secret + " |");
        }
    }

    @Test
    void saysWhereEachUnconfirmedAnswerIsDecided() throws Exception {
        String list = page().substring(page().indexOf("## Unconfirmed"));
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

    private String supported() {
        ConnectorProfile profile = connector.profile();
        List<String> lines = new ArrayList<>();
        lines.add("| facet | supported |");
        lines.add("|---|---|");
        row(
                lines,
                "orders: feed, one order",
                connector.orderFeed().isPresent() && connector.orderReader().isPresent(),
                "");
        row(lines, "status updates", connector.statusUpdates().map(updates -> words(updates.supported())));
        row(lines, "tracking numbers", connector.trackingUpdates().isPresent(), "");
        row(lines, "document uploads", connector.documentUploads().isPresent(), "");
        row(lines, "cancellations", connector.cancellations().isPresent(), "");
        row(lines, "refunds", connector.refunds().map(refunds -> words(refunds.reasons())));
        row(lines, "returns in", connector.returnFeed().isPresent(), "");
        row(lines, "return decisions", connector.returnDecisions().map(decisions -> words(decisions.supported())));
        row(
                lines,
                "stock updates",
                connector.stockUpdates().map(updates -> "up to " + updates.batchSize() + " a call"));
        row(
                lines,
                "price updates",
                connector.priceUpdates().map(updates -> "up to " + updates.batchSize() + " a call"));
        row(lines, "catalogue in", connector.catalogFeed().isPresent(), "");
        row(lines, "inbound", connector.inboundEndpoint().isPresent(), "");
        row(lines, "storefronts", Optional.of(words(profile.storefronts())));
        row(lines, "currencies", Optional.of(words(profile.currencies())));
        return String.join("\n", lines) + "\n";
    }

    private static void row(List<String> lines, String facet, boolean there, String how) {
        row(lines, facet, there ? Optional.of(how) : Optional.empty());
    }

    private static void row(List<String> lines, String facet, Optional<String> how) {
        String yes = how.map(text -> text.isEmpty() ? "yes" : text).orElse("no");
        lines.add("| " + facet + " | " + yes + " |");
    }

    private static String words(Collection<?> words) {
        return words.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static List<String> testsOf(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
                .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(Method::getName)
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
