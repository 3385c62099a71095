package io.orderweave.internal.intake;

import io.orderweave.channel.ExternalRef;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Operations;
import io.orderweave.order.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The items of a batch that are saved as one change: the first ones, up to one that is about an order, line or payment that an
 * earlier one is about. So each item sees what those before it saved, although a run is written at once.
 *
 * @param news orders that are new or changed
 * @param recovering whether the intake is being repeated after a restored backup
 */
record IntakeRun(
        ChangeScope scope,
        List<Item> items,
        KnownOrders orders,
        ChannelPayments payments,
        List<ChannelOrder> news,
        boolean recovering) {

    /**
     * The first run of the items, with what the book holds of them, read in a few queries.
     *
     * @param identity of an order at its channel
     */
    static IntakeRun first(ChangeScope scope, List<Item> items, Function<ChannelOrder, ExternalRef> identity) {
        List<ChannelOrder> told = told(items);
        KnownOrders orders = new KnownOrders(scope, identity);
        orders.read(told);
        ChannelPayments payments = new ChannelPayments(scope.book());
        payments.read(told, identity);
        boolean recovering = new Operations(scope.book()).state().openRecovery().isPresent();
        return new IntakeRun(scope, independent(items, orders), orders, payments, new ArrayList<>(), recovering);
    }

    /** The orders told of by its items. */
    List<ChannelOrder> told() {
        return told(items);
    }

    private static List<ChannelOrder> told(List<Item> items) {
        return items.stream()
                .filter(Item.Changed.class::isInstance)
                .map(item -> ((Item.Changed) item).order())
                .toList();
    }

    private static List<Item> independent(List<Item> items, KnownOrders orders) {
        Set<String> before = new HashSet<>();
        int end = 0;
        while (end < items.size()) {
            Set<String> subjects = subjects(items.get(end), orders);
            if (subjects.stream().anyMatch(before::contains)) {
                break;
            }
            before.addAll(subjects);
            end++;
        }
        return items.subList(0, end);
    }

    /** What the item is about, within the account: the order, its lines, its payments, and the orders of the book it changes. */
    private static Set<String> subjects(Item item, KnownOrders orders) {
        Set<String> subjects = new HashSet<>();
        if (item instanceof Item.Changed changed) {
            ChannelOrder order = changed.order();
            subjects.add("told/" + order.externalId());
            order.lines().forEach(line -> subjects.add("line/" + line.id()));
            order.payments().forEach(payment -> subjects.add("payment/" + payment.externalId()));
            orders.find(order).map(Order::id).ifPresent(id -> subjects.add("known/" + id));
            orders.sharingLines(order).forEach(known -> subjects.add("known/" + known.id()));
        } else if (item instanceof Item.Unreadable unreadable) {
            subjects.add("told/" + unreadable.externalId());
        } else {
            subjects.add("told/" + ((Item.Gone) item).externalId());
        }
        return subjects;
    }
}
