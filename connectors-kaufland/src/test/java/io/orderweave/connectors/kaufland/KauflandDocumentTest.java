package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Setting;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about Kaufland says what the code does. */
class KauflandDocumentTest {

    private static final Path PAGE = Path.of("..", "docs", "connectors", "kaufland.md");

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        List<String> expected = new KauflandConnectorFactory()
                .settings().settings().stream().map(KauflandDocumentTest::row).toList();

        List<String> rows = found("(?m)^\\| (`[a-z.]+` \\| [^|]+) \\|");

        assertThat(rows).containsAll(expected);
    }

    @Test
    void namesTheTestOfEachBehaviour() throws IOException {
        List<String> tests = Stream.of(KauflandChecklistTest.class, KauflandWriteChecklistTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .sorted()
                .toList();

        assertThat(found("`(item\\d\\d\\w+)`")).isEqualTo(tests);
    }

    @Test
    void namesOnlyClassesThatAreThere() throws IOException {
        String unconfirmed = page().substring(page().indexOf("## Unconfirmed"));
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

    private static List<String> found(String regex) throws IOException {
        return Pattern.compile(regex)
                .matcher(page())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
