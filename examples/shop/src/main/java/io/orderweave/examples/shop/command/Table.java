package io.orderweave.examples.shop.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines whose columns stand below one another. */
final class Table {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    Table row(String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (column == widths.size()) {
                widths.add(0);
            }
            widths.set(column, Math.max(widths.get(column), cells[column].length()));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Each line begins with the indent; none ends with a space. */
    void print(String indent, PrintWriter out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(column == 0 ? "" : BETWEEN)
                        .append(cell)
                        .append(" ".repeat(widths.get(column) - cell.length()));
            }
            out.println((indent + line).stripTrailing());
        }
    }
}
