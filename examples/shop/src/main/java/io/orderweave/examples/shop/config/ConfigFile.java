package io.orderweave.examples.shop.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads a properties file in UTF-8 and remembers where each key stands. Every logical line goes through {@link Properties} by itself, so
 * that escapes and continuations are exactly those of Java.
 */
final class ConfigFile {

    /** A key's value and the line it begins in. */
    record Entry(String value, int line) {}

    private final Path path;
    private final Map<String, Entry> entries;

    private ConfigFile(Path path, Map<String, Entry> entries) {
        this.path = path;
        this.entries = entries;
    }

    /**
     * Reads it.
     *
     * @param problems lines that are no key and value, and keys that stand twice, are noted there
     * @throws ConfigException when there is nothing to read
     */
    static ConfigFile read(Path path, List<String> problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            for (int first = 0; first < lines.size(); ) {
                int last = endOf(lines, first);
                add(path, first + 1, String.join("\n", lines.subList(first, last + 1)), entries, problems);
                first = last + 1;
            }
        } catch (NoSuchFileException missing) {
            throw unreadable(path, "there is no such file; copy examples/shop/shop.properties and change it");
        } catch (CharacterCodingException other) {
            throw unreadable(path, "expected text in UTF-8");
        } catch (IOException fault) {
            throw unreadable(path, "cannot be read (" + fault.getClass().getSimpleName() + ")");
        }
        return new ConfigFile(path, entries);
    }

    /** Then nothing else can be said about it. */
    private static ConfigException unreadable(Path path, String why) {
        return new ConfigException(List.of(path + ": " + why));
    }

    Path path() {
        return path;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /** The last line of the logical line that begins at {@code first}; a comment does not continue. */
    private static int endOf(List<String> lines, int first) {
        int last = first;
        if (isComment(lines.get(first))) {
            return last;
        }
        while (last + 1 < lines.size() && continues(lines.get(last))) {
            last++;
        }
        return last;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    /** Whether it ends in an odd number of backslashes. */
    private static boolean continues(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private static void add(Path path, int number, String text, Map<String, Entry> entries, List<String> problems) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            problems.add(path + ", line " + number + ": expected key = value, with four hexadecimal digits after \\u");
            return;
        }
        for (String key : one.stringPropertyNames()) {
            Entry known =
                    entries.putIfAbsent(key, new Entry(one.getProperty(key).strip(), number));
            if (known != null) {
                problems.add(path + ", line " + number + ", " + key + ": stands in line " + known.line() + " already");
            }
        }
    }
}
