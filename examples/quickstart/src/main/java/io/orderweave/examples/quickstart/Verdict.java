package io.orderweave.examples.quickstart;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectState;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges the day by what the simulators, not the shop, have counted: everything that the marketplaces have is in the book, and
 * everything that had to happen outside is there once.
 */
final class Verdict {

    private final OrderHub hub;
    private final Outside outside;
    private final List<Order> book;
    private final List<Told> told;

    private Verdict(OrderHub hub, Outside outside) {
        this.hub = hub;
        this.outside = outside;
        this.book = hub.orders().find(OrderQuery.all()).orders();
        this.told = Told.by(outside).toList();
    }

    static Verdict on(OrderHub hub, Outside outside) {
        return new Verdict(hub, outside);
    }

    /** The last line; what it counts is told before, a line each. */
    String summary(Terminal terminal) {
        List<String> duplicates = duplicates();
        List<String> lost = lost();
        duplicates.forEach(duplicate -> terminal.line("DUPLICATE " + duplicate));
        lost.forEach(loss -> terminal.line("LOST " + loss));
        long history = book.stream().filter(Order::history).count();
        long inDoubt = hub.effects().counts().getOrDefault(EffectState.IN_DOUBT, 0L);
        return "SUMMARY orders=" + (told.size() - history) + " duplicates=" + duplicates.size() + " lost="
                + lost.size() + " in-doubt=" + inDoubt + " quarantined="
                + hub.quarantine().open(100).size();
    }

    private List<String> duplicates() {
        List<String> duplicates = new ArrayList<>();
        Stream.of(
                        outside.allegro().counters().duplicates(),
                        outside.kaufland().counters().duplicates(),
                        outside.inpost().counters().duplicates(),
                        outside.packeta().counters().duplicates())
                .forEach(duplicates::addAll);
        told.forEach(sale -> sale.twice().forEach(what -> duplicates.add(sale + " " + what)));
        return duplicates;
    }

    private List<String> lost() {
        List<String> lost = new ArrayList<>();
        int delivered = 0;
        for (Told sale : told) {
            List<Order> known = book.stream()
                    .filter(order -> order.number().equals(sale.number())
                            && order.connection().equals(Optional.of(sale.marketplace())))
                    .toList();
            if (known.size() != 1) {
                lost.add(sale + " is in the book " + known.size() + " times");
            } else if (known.get(0).phase() == Phase.DELIVERED && !known.get(0).history()) {
                delivered++;
                sale.missing().forEach(what -> lost.add(sale + " " + what));
            } else if (known.get(0).history() || known.get(0).phase() == Phase.CANCELLED) {
                if (sale.anything()) {
                    lost.add("something happened to " + sale + ", which is history or cancelled");
                }
            } else {
                lost.add(sale + " rests in status " + known.get(0).status());
            }
        }
        int parcels = outside.inpost().counters().shipments()
                + outside.packeta().counters().shipments();
        compare(lost, "parcels", parcels, delivered);
        compare(lost, "invoices", invoices(), delivered);
        return lost;
    }

    private long invoices() {
        return book.stream()
                .flatMap(order -> hub.documents().of(order.id()).stream())
                .filter(document -> document.kind() == DocumentKind.INVOICE)
                .count();
    }

    private static void compare(List<String> lost, String what, long there, long delivered) {
        if (there != delivered) {
            lost.add("there are " + there + " " + what + " for " + delivered + " orders");
        }
    }
}
