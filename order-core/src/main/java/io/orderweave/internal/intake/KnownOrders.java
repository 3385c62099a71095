package io.orderweave.internal.intake;

import io.orderweave.channel.ExternalRef;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.OrderRecord;
import io.orderweave.internal.book.Versioned;
import io.orderweave.order.Order;
import io.orderweave.store.IndexValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The orders of the book that a channel's orders are about, found in two queries. Belongs to one scope. */
final class KnownOrders {

    /** Values of one query; some databases take no more than 999. */
    private static final int AT_ONCE = 500;

    /** Records of one query: so few lines are not shared by more orders. */
    private static final int MOST = 10_000;

    private final ChangeScope scope;
    private final Function<ChannelOrder, ExternalRef> identity;
    private final Map<String, OrderId> byRef = new HashMap<>();
    private final Map<String, Set<OrderId>> byLine = new HashMap<>();

    /**
     * @param identity of an order at its channel
     */
    KnownOrders(ChangeScope scope, Function<ChannelOrder, ExternalRef> identity) {
        this.scope = scope;
        this.identity = identity;
    }

    void read(List<ChannelOrder> told) {
        find(
                        "external_ref",
                        told.stream().map(order -> identity.apply(order).key()).toList())
                .forEach(order -> byRef.put(order.ref().orElseThrow().key(), order.id()));
        find(
                        "line_refs",
                        told.stream().flatMap(order -> lineRefs(order).stream()).toList())
                .forEach(order -> order.lines()
                        .forEach(line -> byLine.computeIfAbsent(
                                        Book.lineRef(
                                                order.ref().orElseThrow(),
                                                line.id().value()),
                                        key -> new TreeSet<>())
                                .add(order.id())));
    }

    /** The order as it is in the scope. */
    Optional<Order> find(ChannelOrder told) {
        return Optional.ofNullable(byRef.get(identity.apply(told).key())).map(scope::order);
    }

    /** Orders that hold lines of a new one, as they are in the scope, by id. */
    List<Order> sharingLines(ChannelOrder told) {
        Set<OrderId> sharing = new TreeSet<>();
        lineRefs(told).forEach(line -> sharing.addAll(byLine.getOrDefault(line, Set.of())));
        return sharing.stream().map(scope::order).toList();
    }

    private List<String> lineRefs(ChannelOrder told) {
        ExternalRef ref = identity.apply(told);
        return told.lines().stream()
                .map(line -> Book.lineRef(ref, line.id().value()))
                .toList();
    }

    private List<Order> find(String field, List<String> values) {
        List<Order> all = new ArrayList<>();
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            IndexValue[] some = values.subList(from, Math.min(from + AT_ONCE, values.size())).stream()
                    .map(IndexValue::of)
                    .toArray(IndexValue[]::new);
            for (Versioned<OrderRecord> found : scope.book()
                    .orders()
                    .findVersioned(
                            scope.book().orders().query().where(field, some).limit(MOST))) {
                scope.know(found);
                all.add(found.value().order());
            }
        }
        return all;
    }
}
