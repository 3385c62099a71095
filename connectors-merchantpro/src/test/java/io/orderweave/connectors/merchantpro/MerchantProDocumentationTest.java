package io.orderweave.connectors.merchantpro;

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
import org.junit.jupiter.api.Test;

/** Holds docs/connectors/merchantpro.md to the code. */
class MerchantProDocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "connectors", "merchantpro.md");

    @Test
    void namesATestForEachOfTheSixteenBehaviours() throws IOException {
        List<String> named = firstGroups("(?m)^\\| \\d+ \\| .* \\| `(\\w+)` \\|$");

        List<String> tests = Arrays.stream(MerchantProChecklistTest.class.getDeclaredMethods())
                .filter(method -> method.getAnnotations().length > 0)
                .map(Method::getName)
                .filter(name -> !name.equals("close"))
                .toList();
        assertThat(named).hasSize(16).containsExactlyInAnyOrderElementsOf(tests);
    }

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        String page = Files.readString(PAGE);

        for (Setting setting : MerchantProConfig.SCHEMA.settings()) {
            String value = setting.defaultValue().map(text -> "`" + text + "`").orElse("required");
            String secret = setting.type() == Setting.Type.SECRET ? ", secret" : "";
            assertThat(page).contains("| `" + setting.key() + "` | " + value + secret + " |");
        }
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

    private static List<String> firstGroups(String regex) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex).matcher(Files.readString(PAGE));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
