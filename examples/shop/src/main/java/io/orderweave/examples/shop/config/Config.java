package io.orderweave.examples.shop.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of a configuration file, asked for by key. Every mistake is noted with file, line, key and what was expected, and reading goes
 * on; a key that nobody asked for is a mistake too. Where a value has {@code ${NAME}}, the environment's is put. Not thread-safe.
 */
final class Config {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final ConfigFile file;
    private final UnaryOperator<String> environment;
    private final List<String> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private Config(ConfigFile file, UnaryOperator<String> environment, List<String> problems) {
        this.file = file;
        this.environment = environment;
        this.problems = problems;
    }

    static Config read(Path path, UnaryOperator<String> environment) {
        List<String> problems = new ArrayList<>();
        return new Config(ConfigFile.read(path, problems), environment, problems);
    }

    /** The folder that paths in the file are relative to. */
    Path folder() {
        return Optional.ofNullable(file.path().toAbsolutePath().getParent()).orElse(Path.of(""));
    }

    /** Whether the key stands in the file, whatever its value. */
    boolean has(String key) {
        return file.entries().containsKey(key);
    }

    /** The value, where the key stands in the file; an empty one is a mistake, for taking it for none would be a guess. */
    <T> Optional<T> find(String key, String expected, Function<String, T> parser) {
        asked.add(key);
        return Optional.ofNullable(file.entries().get(key))
                .flatMap(entry -> resolved(key, entry.value(), expected))
                .flatMap(text -> parsed(key, text, expected, parser));
    }

    /** The text, where the key stands in the file. */
    Optional<String> find(String key, String expected) {
        return find(key, expected, Function.identity());
    }

    /** The value; a missing one is a mistake. */
    <T> Optional<T> require(String key, String expected, Function<String, T> parser) {
        if (!has(key)) {
            problems.add(file.path() + ": " + key + " is missing, expected " + expected);
        }
        return find(key, expected, parser);
    }

    /** The text; a missing one is a mistake. */
    Optional<String> require(String key, String expected) {
        return require(key, expected, Function.identity());
    }

    /** What a text that belongs to a key means: its value, or a name that is part of it. */
    <T> Optional<T> parsed(String key, String text, String expected, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (RuntimeException notThat) {
            problem(key, "expected " + expected);
            return Optional.empty();
        }
    }

    /**
     * What the rows of a table mean, in the order of the file.
     *
     * @param prefix what their keys begin with
     * @param parser gets what follows the prefix, which is not empty, and the value
     */
    <T> List<T> rows(String prefix, String expected, BiFunction<String, String, T> parser) {
        List<T> rows = new ArrayList<>();
        for (String key : file.entries().keySet()) {
            if (key.startsWith(prefix)) {
                String name = key.substring(prefix.length());
                find(key, expected, value -> parser.apply(requireName(name), value))
                        .ifPresent(rows::add);
            }
        }
        return rows;
    }

    /** The first words behind the prefix: {@code connection.} gives the names of the connections. */
    Set<String> names(String prefix) {
        Set<String> names = new LinkedHashSet<>();
        for (String key : file.entries().keySet()) {
            if (key.startsWith(prefix)) {
                String rest = key.substring(prefix.length());
                int dot = rest.indexOf('.');
                names.add(dot < 0 ? rest : rest.substring(0, dot));
            }
        }
        return names;
    }

    /** Notes a mistake at a key. The value is not shown: it may be a secret. */
    void problem(String key, String what) {
        ConfigFile.Entry entry = file.entries().get(key);
        String line = entry == null ? "" : ", line " + entry.line();
        String problem = file.path() + line + ", " + key + ": " + what;
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Notes a mistake of the file as a whole. */
    void problem(String what) {
        problems.add(file.path() + ": " + what);
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigException when there was a mistake
     */
    void requireSound() {
        file.entries().keySet().stream().filter(key -> !asked.contains(key)).forEach(this::unknown);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private void unknown(String key) {
        String nearest = Nearest.of(key, asked)
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
        problem(key, "is not a key of this file" + nearest);
    }

    /** With what the environment has for each variable in it. What the environment has is taken as it is. */
    private Optional<String> resolved(String key, String value, String expected) {
        List<String> names = VARIABLE.matcher(value)
                .results()
                .map(variable -> variable.group(1))
                .distinct()
                .toList();
        List<String> missing =
                names.stream().filter(name -> environment.apply(name) == null).toList();
        missing.forEach(name -> problem(key, "expected the environment to have " + name));
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        String text = VARIABLE.matcher(value)
                .replaceAll(variable -> Matcher.quoteReplacement(environment.apply(variable.group(1))));
        if (text.isBlank()) {
            String why = names.isEmpty() ? "" : "for the environment's " + String.join(", ", names) + " is empty, ";
            problem(key, "is empty, " + why + "expected " + expected);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String requireName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("nothing behind the prefix");
        }
        return name;
    }
}
