package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderPage;
import io.orderweave.order.OrderQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much heap an engine holds after work on a small book and on a large one: every published list, a hundred pages, a hundred
 * changes. Used heap after a full collection, with the hub and its stores still open.
 */
final class Heap {

    private static final int SMALL = 1_000;

    private Heap() {}

    static List<String> compare(List<String> kinds) throws IOException, SQLException {
        List<String> lines = new ArrayList<>();
        for (String kind : kinds) {
            try (Database database = Database.open(kind, Files.createDirectories(DatabaseBenchmark.folder()))) {
                // Once for what is loaded and compiled only once.
                afterWork(database, SMALL);
                long small = afterWork(database, SMALL);
                long large = afterWork(database, ListBenchmark.ORDERS);
                lines.add(String.format(
                        Locale.ROOT,
                        "%-12s %d orders %.1f MB, %d orders %.1f MB",
                        kind,
                        SMALL,
                        small / 1e6,
                        ListBenchmark.ORDERS,
                        large / 1e6));
            }
        }
        return lines;
    }

    private static long afterWork(Database database, int orders) throws IOException, SQLException {
        try (BenchBook book = LargeBook.open(database, orders);
                OrderHub hub = Shop.open(book.stores(), new ShopFeed(List.of(), 100), "node-1")) {
            for (ListQuery list : ListQuery.values()) {
                hub.orders().find(list.query());
            }
            OrderPage page = hub.orders().find(OrderQuery.all());
            for (int i = 1; i < 100 && page.next().isPresent(); i++) {
                page.orders().stream().findFirst().ifPresent(order -> change(hub, order));
                page = hub.orders().find(OrderQuery.builder().after(page.next()).build());
            }
            return used();
        }
    }

    /** Changes the order and takes it back, so that the book stays what it was. */
    private static void change(OrderHub hub, Order order) {
        try {
            hub.inTransaction(() -> {
                OrderId id = order.id();
                hub.orders().addTag(id, "looked at", Actor.operator("anna"));
                throw new TakenBack();
            });
        } catch (TakenBack expected) {
            return;
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
