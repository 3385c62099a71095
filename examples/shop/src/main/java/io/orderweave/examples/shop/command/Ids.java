package io.orderweave.examples.shop.command;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.EffectKey;
import io.orderweave.event.Actor;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.config.ConnectionConfig;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.OrderStatus;
import io.orderweave.order.StatusCatalogue;
import java.util.List;

/** What people type to name things. */
final class Ids {

    private Ids() {}

    /** An order by its id or its number. */
    static Order order(OrderHub hub, String text) {
        if (text.matches("[0-9a-f-]{36}")) {
            var found = hub.orders().find(new OrderId(text));
            if (found.isPresent()) {
                return found.get();
            }
        }
        List<Order> orders = hub.orders()
                .find(OrderQuery.builder().number(text).limit(2).build())
                .orders();
        if (orders.size() == 1) {
            return orders.get(0);
        }
        throw new IllegalArgumentException(
                orders.isEmpty()
                        ? "no order has the id or number " + text
                        : "more than one order has the number " + text + "; give the id");
    }

    static EffectKey effect(String text) {
        return EffectKey.parse(text);
    }

    /** A configured connection. */
    static ConnectionConfig connection(ShopHub shop, String text) {
        return shop.config().connections().stream()
                .filter(connection -> connection.id().equals(new ConnectionId(text)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no connection " + text + "; there are "
                        + shop.config().connections().stream()
                                .map(ConnectionConfig::id)
                                .toList()));
    }

    /** One of the statuses that the shop has. */
    static StatusId status(String text) {
        List<StatusId> known = StatusCatalogue.standard().statuses().stream()
                .map(OrderStatus::id)
                .toList();
        return known.stream()
                .filter(status -> status.value().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status " + text + "; there are " + known));
    }

    /** Who works at the command line. */
    static Actor person() {
        return Actor.operator(System.getProperty("user.name", "operator"));
    }
}
