package io.orderweave.examples.marketplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of wrong connectors in docs/connector-kit.md. */
record KitPage(List<Row> rows) {

    private static final Path PAGE = Path.of("../../docs/connector-kit.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+) \\| (.+) \\| `(\\w+Tck)` \\| `(.+)` \\|$");

    /** One wrong connector; {@code tests} are those that caught it. */
    record Row(String fault, String does, String group, List<String> tests) {}

    static KitPage read() {
        try {
            return new KitPage(ROW.matcher(Files.readString(PAGE))
                    .results()
                    .map(KitPage::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Row row(WrongConnector wrong) {
        return rows.stream()
                .filter(row -> row.fault().equals(wrong.name())
                        && row.group().equals(wrong.group().title()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no row for " + wrong));
    }

    private static Row row(MatchResult match) {
        return new Row(
                match.group(1),
                match.group(2),
                match.group(3),
                List.of(match.group(4).split("`, `")));
    }
}
