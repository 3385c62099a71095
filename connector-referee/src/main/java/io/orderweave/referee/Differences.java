package io.orderweave.referee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Violations that have a reason, one a line: a regular expression that a whole violation fits, {@code " # "}, and the reason. Empty
 * lines and lines that begin with {@code #} do not count.
 */
final class Differences {

    private final Map<String, Pattern> patterns;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private Differences(Map<String, Pattern> patterns) {
        this.patterns = patterns;
    }

    static Differences read(Path file) throws IOException {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" # ", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException(file + ": a difference without a reason: " + line);
            }
            patterns.put(parts[0].strip(), Pattern.compile(parts[0].strip()));
        }
        return new Differences(patterns);
    }

    boolean explain(String violation) {
        for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
            if (pattern.getValue().matcher(violation).matches()) {
                used.add(pattern.getKey());
                return true;
            }
        }
        return false;
    }

    Set<String> unused() {
        Set<String> unused = new TreeSet<>(patterns.keySet());
        unused.removeAll(used);
        return unused;
    }
}
