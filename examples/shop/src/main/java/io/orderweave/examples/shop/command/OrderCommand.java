package io.orderweave.examples.shop.command;

import io.orderweave.event.Subject;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "order", description = "Shows one order with its documents, effects and history.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class OrderCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    @ParentCommand
    private ShopCommand shop;

    @Parameters(paramLabel = "ID", description = "The order's id or number.")
    private String id;

    @Option(names = "--json", description = "The order alone, as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            Order order = Ids.order(open.hub(), id);
            if (json) {
                try (OrderJson list = OrderJson.to(shop.out())) {
                    list.write(List.of(order));
                }
            } else {
                show(open, order);
            }
            return ExitCodes.DONE;
        });
    }

    private void show(ShopHub open, Order order) {
        OrderText.detail(order, shop.out());
        shop.out().println("documents");
        Table documents = new Table();
        open.hub()
                .documents()
                .of(order.id())
                .forEach(document -> documents.row(
                        document.kind().toString(),
                        document.number(),
                        document.id().toString()));
        documents.print("  ", shop.out());
        shop.out().println("effects");
        EffectText.list(open.hub().effects().of(Subject.of(order.id())), "  ", shop.out());
        shop.out().println("history");
        Table history = new Table();
        long from = 1;
        List<JournalEntry> page;
        do {
            page = open.hub().journal().history(Subject.of(order.id()), from, PAGE);
            page.forEach(entry -> history.row(
                    Moments.of(entry.at()),
                    entry.name() + EventText.of(entry.event()),
                    entry.actor().toString()));
            from += page.size();
        } while (page.size() == PAGE);
        history.print("  ", shop.out());
    }
}
