package io.orderweave.examples.shop.command;

import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import java.io.PrintWriter;
import java.util.List;

/** Orders as text, without personal data. */
final class OrderText {

    private OrderText() {}

    static void list(List<Order> orders, PrintWriter out) {
        Table table = new Table();
        if (!orders.isEmpty()) {
            table.row("NUMBER", "PLACED", "CONNECTION", "STATUS", "TOTAL", "PAYMENT", "SHIPPING", "DOCUMENTS", "ID");
        }
        for (Order order : orders) {
            table.row(
                    order.number(),
                    Moments.of(order.placedAt()),
                    order.connection().map(Object::toString).orElse("-"),
                    order.status().toString(),
                    order.total().toString(),
                    order.axes().payment().toString(),
                    order.axes().shipping().toString(),
                    order.axes().documents().toString(),
                    order.id().toString());
        }
        table.print("", out);
    }

    static void detail(Order order, PrintWriter out) {
        list(List.of(order), out);
        out.println("lines");
        for (OrderLine line : order.lines()) {
            out.println("  " + line.quantity() + " x " + line.name()
                    + line.sku().map(sku -> " (" + sku + ")").orElse("") + " at " + line.unitPrice());
        }
        order.charges().forEach(charge -> out.println("  " + charge.kind() + " " + charge.amount()));
        order.totalMismatch().ifPresent(difference -> out.println("  the channel's total differs by " + difference));
        if (!order.tags().isEmpty()) {
            out.println("tags " + order.tags());
        }
        holds(order, out);
    }

    static void holds(Order order, PrintWriter out) {
        for (Hold hold : order.holds()) {
            out.println("held: " + hold.code() + ", " + hold.reason());
        }
    }
}
