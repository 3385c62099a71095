package io.orderweave.examples.shop.command;

import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import java.io.PrintWriter;

/** An order as text, without personal data. */
final class OrderText {

    private OrderText() {}

    static String line(Order order) {
        return order.number() + "  " + order.placedAt() + "  "
                + order.connection().map(Object::toString).orElse("-")
                + "  " + order.status() + "  " + order.total() + "  "
                + order.axes().payment() + "  "
                + order.axes().shipping() + "  " + order.axes().documents() + "  " + order.id();
    }

    static void detail(Order order, PrintWriter out) {
        out.println(line(order));
        for (OrderLine line : order.lines()) {
            out.println("  " + line.quantity() + " x " + line.name()
                    + line.sku().map(sku -> " (" + sku + ")").orElse("") + " at " + line.unitPrice());
        }
        order.charges().forEach(charge -> out.println("  " + charge.kind() + " " + charge.amount()));
        order.totalMismatch().ifPresent(difference -> out.println("  the channel's total differs by " + difference));
        if (!order.tags().isEmpty()) {
            out.println("  tags " + order.tags());
        }
        for (Hold hold : order.holds()) {
            out.println("  held: " + hold.code() + ", " + hold.reason());
        }
    }
}
