package io.orderweave.benchmarks;

import java.util.List;

/**
 * A table in which orders leave rows.
 *
 * @param name without the book's prefix
 * @param order the column that names the order: its id, or its subject
 * @param key how many of the first columns tell a row from the others
 */
record BookTable(String name, String order, int key) {

    static final BookTable ORDERS = new BookTable("orders", "id", 1);

    /** In an order in which foreign keys hold. */
    static final List<BookTable> ALL = List.of(
            ORDERS,
            new BookTable("orders_line_refs", "id", 2),
            new BookTable("orders_payment_refs", "id", 2),
            new BookTable("orders_tags", "id", 2),
            new BookTable("payments", "order_id", 1),
            new BookTable("journal", "subject", 1),
            new BookTable("decisions", "subject", 1),
            new BookTable("effects", "subject", 1));

    static BookTable named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The order's id, of its id or its subject. */
    static String orderId(String text) {
        return text.startsWith("order/") ? text.substring("order/".length()) : text;
    }
}
