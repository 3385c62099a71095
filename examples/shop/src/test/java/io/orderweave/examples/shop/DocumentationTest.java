package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page docs/shop.md names the commands that there are, with the options that they take. */
class DocumentationTest {

    private static final Path PAGE = Path.of("../../docs/shop.md");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @Test
    void everyCommandHasARowWithTheOptionsThatItTakes() throws IOException {
        List<String> rows = Files.readAllLines(PAGE);

        commands().forEach((name, command) -> {
            List<String> ofCommand = rows.stream()
                    .filter(row -> row.matches("\\| `" + name + "[ `].*"))
                    .toList();
            assertThat(ofCommand).as(name).isNotEmpty();
            assertThat(ofCommand.stream().flatMap(DocumentationTest::options).collect(Collectors.toSet()))
                    .as(name)
                    .isEqualTo(options(command));
        });
    }

    @Test
    void everyAddressThatIsCalledIsNamed() throws IOException {
        List<String> rows = Files.readAllLines(PAGE);

        AddressesTest.called()
                .forEach((type, keys) -> assertThat(rows)
                        .filteredOn(row -> row.startsWith("| `" + type + "` |"))
                        .singleElement()
                        .satisfies(row -> assertThat(keys).allMatch(key -> row.contains("`" + key + "`"))));
    }

    private static Stream<String> options(String row) {
        return OPTION.matcher(row.substring(0, row.lastIndexOf("` |")))
                .results()
                .map(MatchResult::group);
    }

    /** What it takes beside what every command takes. */
    private static Set<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.inherited())
                .map(CommandLine.Model.OptionSpec::longestName)
                .collect(Collectors.toSet());
    }

    /** Those that do something, by what is typed for them. */
    private static Map<String, CommandLine> commands() {
        Map<String, CommandLine> commands = new TreeMap<>();
        add("", Shop.commandLine(VirtualTime.begin(), name -> null), commands);
        return commands;
    }

    private static void add(String prefix, CommandLine group, Map<String, CommandLine> commands) {
        group.getSubcommands().forEach((name, command) -> {
            if (command.getCommandSpec().userObject() instanceof Callable) {
                commands.put(prefix + name, command);
            }
            add(prefix + name + " ", command, commands);
        });
    }
}
