package io.orderweave.examples.shop.command;

import io.orderweave.connection.ConnectionId;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.id.StatusId;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.order.OrderPage;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "orders", description = "Lists orders, the newest first.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class OrdersCommand implements Callable<Integer> {

    private static final int PAGE = 500;
    private static final int SHOWN = 100;

    @ParentCommand
    private ShopCommand shop;

    @Option(names = "--json", description = "As JSON; docs/shop.md has its schema.")
    private boolean json;

    @Option(names = "--status", description = "Only orders in one of these statuses.")
    private List<String> statuses = new ArrayList<>();

    @Option(names = "--phase", description = "Only orders in one of these phases: ${COMPLETION-CANDIDATES}")
    private List<Phase> phases = new ArrayList<>();

    @Option(names = "--payment", description = "Only orders paid so far: ${COMPLETION-CANDIDATES}")
    private List<Axes.PaymentState> payments = new ArrayList<>();

    @Option(names = "--connection", description = "Only orders of these connections.")
    private List<String> connections = new ArrayList<>();

    @Option(names = "--tag", description = "Only orders with this tag.")
    private Optional<String> tag = Optional.empty();

    @Option(names = "--number", description = "Only orders with this number.")
    private Optional<String> number = Optional.empty();

    @Option(
            names = "--from",
            description = "Only orders placed at or after this moment, such as 2026-11-01 or 2026-11-01T08:00:00Z.")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--to", description = "Only orders placed before this moment.")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--limit",
            converter = Limits.class,
            description = "At most so many; unless given 100, with --json all.")
    private Optional<Integer> limit = Optional.empty();

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            connections.forEach(connection -> Ids.connection(open, connection));
            statuses.forEach(Ids::status);
            int most = limit.orElse(json ? Integer.MAX_VALUE : SHOWN);
            boolean more = json ? printJson(open, most) : printTable(open, most);
            if (more) {
                Limits.tellMore(most, shop.err());
            }
            return ExitCodes.DONE;
        });
    }

    private boolean printJson(ShopHub open, int most) {
        try (OrderJson list = OrderJson.to(shop.out())) {
            return pages(open, most, list::write);
        }
    }

    private boolean printTable(ShopHub open, int most) {
        List<Order> orders = new ArrayList<>();
        boolean more = pages(open, most, orders::addAll);
        OrderText.list(orders, shop.out());
        shop.out().println(Count.of(orders.size(), "order"));
        return more;
    }

    /** Hands over at most so many orders. Whether there are more. */
    private boolean pages(ShopHub open, int most, Consumer<List<Order>> taker) {
        int left = most;
        Optional<String> after = Optional.empty();
        do {
            OrderPage page = open.hub().orders().find(query(after, left));
            taker.accept(page.orders());
            left -= page.orders().size();
            after = page.next();
        } while (after.isPresent() && left > 0);
        return after.isPresent();
    }

    private OrderQuery query(Optional<String> after, int left) {
        OrderQuery.Builder query = OrderQuery.builder()
                .tag(tag)
                .number(number)
                .placedFrom(from)
                .placedTo(to)
                .addAllPhases(phases)
                .addAllPaymentStates(payments)
                .after(after)
                .limit(Math.min(PAGE, left));
        statuses.forEach(status -> query.addStatuses(new StatusId(status)));
        connections.forEach(connection -> query.addConnections(new ConnectionId(connection)));
        return query.build();
    }
}
