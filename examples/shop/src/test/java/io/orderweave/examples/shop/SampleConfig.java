package io.orderweave.examples.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sample configuration, changed where a test differs from it: its other lines are what users begin with. */
final class SampleConfig {

    private final List<String> lines;

    private SampleConfig(List<String> lines) {
        this.lines = lines;
    }

    static SampleConfig read() {
        return read(Path.of("shop.properties"));
    }

    static SampleConfig read(Path file) {
        try {
            return new SampleConfig(new ArrayList<>(Files.readAllLines(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in what is commented out and begins so. */
    SampleConfig takeIn(String prefix) {
        lines.replaceAll(line -> line.startsWith("#" + prefix) ? line.substring(1) : line);
        return this;
    }

    /** Gives a key this value, at its place or at the end. */
    SampleConfig set(String key, Object value) {
        String line = key + " = " + value;
        for (int i = 0; i < lines.size(); i++) {
            if (isOf(key, lines.get(i))) {
                lines.set(i, line);
                return this;
            }
        }
        lines.add(line);
        return this;
    }

    SampleConfig remove(String key) {
        lines.removeIf(line -> isOf(key, line));
        return this;
    }

    /** Takes out every line of a key that begins so. */
    SampleConfig removeAll(String prefix) {
        lines.removeIf(line -> line.startsWith(prefix));
        return this;
    }

    /** The keys that have a value. */
    List<String> keys() {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .toList();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void write(Path file) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(String key, String line) {
        return line.startsWith(key + " = ") || line.startsWith("#" + key + " = ");
    }
}
