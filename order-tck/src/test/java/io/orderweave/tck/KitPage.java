package io.orderweave.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of what a kit is proven by, in the kit's page. Also for the tests of other kits' pages. */
public record KitPage(Path page, List<Row> rows) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+) \\| (.+) \\| `(\\w+Tck)` \\| `(.+)` \\|$");

    /** One wrong adapter or connector; {@code tests} are those that caught it. */
    public record Row(String fault, String does, String group, List<String> tests) {}

    /** Reads the page. */
    public static KitPage read(Path page) {
        try {
            return new KitPage(
                    page,
                    ROW.matcher(Files.readString(page))
                            .results()
                            .map(KitPage::row)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row of that fault, which must be there. */
    public Row row(String fault, String group) {
        return rows.stream()
                .filter(row -> row.fault().equals(fault) && row.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no row for " + fault + " of " + group));
    }

    private static Row row(MatchResult match) {
        return new Row(
                match.group(1),
                match.group(2),
                match.group(3),
                List.of(match.group(4).split("`, `")));
    }
}
