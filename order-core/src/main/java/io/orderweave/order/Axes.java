package io.orderweave.order;

import io.orderweave.money.Money;
import java.util.function.ToIntFunction;

/** Where an order stands on each axis: derived from its {@link Progress}, never set by hand. */
public record Axes(PaymentState payment, ShippingState shipping, DocumentState documents, ReturnState returns) {

    /** How far the order is paid. */
    public enum PaymentState {
        UNPAID,
        PARTIALLY_PAID,
        PAID,
        OVERPAID,
        PARTIALLY_REFUNDED,
        REFUNDED
    }

    /** How far the order is shipped. */
    public enum ShippingState {
        /** Every piece is cancelled. */
        NOTHING_TO_SHIP,
        NOT_SHIPPED,
        PARTIALLY_SHIPPED,
        SHIPPED,
        PARTIALLY_DELIVERED,
        DELIVERED
    }

    /** How far the order is invoiced. */
    public enum DocumentState {
        NOT_INVOICED,
        PARTIALLY_INVOICED,
        INVOICED,
        CREDITED
    }

    /** How far the order came back. */
    public enum ReturnState {
        NONE,
        PARTIALLY_RETURNED,
        RETURNED
    }

    static Axes of(Order order) {
        int wanted = quantity(order) - sum(order, LineProgress::cancelled);
        return new Axes(payment(order), shipping(order, wanted), documents(order, wanted), returns(order, wanted));
    }

    private static PaymentState payment(Order order) {
        Progress progress = order.progress();
        if (progress.refunded().isPositive()) {
            return progress.refunded().isAtLeast(progress.paid())
                    ? PaymentState.REFUNDED
                    : PaymentState.PARTIALLY_REFUNDED;
        }
        Money open = order.openAmount();
        if (open.isNegative()) {
            return PaymentState.OVERPAID;
        }
        if (open.isZero()) {
            return PaymentState.PAID;
        }
        return progress.paid().isPositive() ? PaymentState.PARTIALLY_PAID : PaymentState.UNPAID;
    }

    private static ShippingState shipping(Order order, int wanted) {
        if (wanted == 0) {
            return ShippingState.NOTHING_TO_SHIP;
        }
        int delivered = pieces(order, LineProgress::delivered);
        int shipped = pieces(order, LineProgress::shipped);
        if (delivered >= wanted) {
            return ShippingState.DELIVERED;
        }
        if (delivered > 0) {
            return ShippingState.PARTIALLY_DELIVERED;
        }
        if (shipped >= wanted) {
            return ShippingState.SHIPPED;
        }
        return shipped > 0 ? ShippingState.PARTIALLY_SHIPPED : ShippingState.NOT_SHIPPED;
    }

    private static DocumentState documents(Order order, int wanted) {
        int invoiced = sum(order, LineProgress::invoiced);
        int live = invoiced - sum(order, LineProgress::credited);
        if (invoiced == 0) {
            return DocumentState.NOT_INVOICED;
        }
        if (live == 0) {
            return DocumentState.CREDITED;
        }
        return live >= wanted ? DocumentState.INVOICED : DocumentState.PARTIALLY_INVOICED;
    }

    private static ReturnState returns(Order order, int wanted) {
        int returned = sum(order, LineProgress::returned);
        if (returned == 0) {
            return ReturnState.NONE;
        }
        return returned >= wanted ? ReturnState.RETURNED : ReturnState.PARTIALLY_RETURNED;
    }

    private static int quantity(Order order) {
        return order.lines().stream().mapToInt(OrderLine::quantity).sum();
    }

    /** What was done, of each line no more than is wanted of it: a piece sent twice does not stand for another line's. */
    private static int pieces(Order order, ToIntFunction<LineProgress> what) {
        return order.lines().stream()
                .mapToInt(line -> {
                    LineProgress done = order.progress().line(line.id());
                    return Math.min(what.applyAsInt(done), line.quantity() - done.cancelled());
                })
                .sum();
    }

    private static int sum(Order order, ToIntFunction<LineProgress> what) {
        return order.lines().stream()
                .mapToInt(line -> what.applyAsInt(order.progress().line(line.id())))
                .sum();
    }
}
