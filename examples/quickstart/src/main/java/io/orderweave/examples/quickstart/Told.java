package io.orderweave.examples.quickstart;

import io.orderweave.connection.ConnectionId;
import io.orderweave.simulator.allegro.AllegroFormCounters;
import io.orderweave.simulator.kaufland.KauflandOrderCounters;
import io.orderweave.simulator.kaufland.KauflandUnitCounters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a marketplace was told of one of its orders, as its simulator counted it.
 *
 * @param number the marketplace's own
 * @param anything whether it was told anything at all
 * @param twice what it was told more than once, a sentence each
 * @param missing what it was not told of an order that was delivered
 */
record Told(ConnectionId marketplace, String number, boolean anything, List<String> twice, List<String> missing) {

    static Stream<Told> by(Outside outside) {
        return Stream.concat(
                outside.allegro().counters().forms().stream().map(Told::of),
                outside.kaufland().counters().orders().stream().map(Told::of));
    }

    private static Told of(AllegroFormCounters form) {
        List<String> statuses = form.fulfillmentWrites();
        List<String> twice = new ArrayList<>();
        report(twice, form.shipments() > 1 || form.invoices() > 1, "has several waybills or invoices");
        report(twice, new HashSet<>(statuses).size() != statuses.size(), "was told a status twice: " + statuses);
        List<String> missing = new ArrayList<>();
        report(missing, form.shipments() == 0, "has no tracking number");
        report(missing, form.uploadsByNumber().isEmpty(), "has no invoice");
        report(missing, !statuses.contains("SENT"), "was not told that it was sent");
        boolean anything = form.shipments() + form.invoices() + statuses.size() > 0;
        return new Told(Shop.ALLEGRO, form.formId(), anything, twice, missing);
    }

    private static Told of(KauflandOrderCounters order) {
        List<KauflandUnitCounters> pieces = order.units().stream()
                .filter(piece ->
                        piece.cancelReason().isEmpty() && !piece.status().equals("cancelled"))
                .toList();
        int invoices = order.invoicesByName().size();
        List<String> twice = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        report(twice, invoices > 1, "has several invoices");
        report(missing, invoices == 0, "has no invoice");
        for (KauflandUnitCounters piece : pieces) {
            int parcels = piece.parcelsByNumber().size();
            report(twice, parcels > 1, "has a piece in several parcels");
            report(missing, parcels == 0, "has a piece without a tracking number");
        }
        boolean anything = invoices > 0
                || order.units().stream()
                        .anyMatch(piece -> !piece.parcelsByNumber().isEmpty());
        return new Told(Shop.KAUFLAND, order.orderId(), anything, twice, missing);
    }

    private static void report(List<String> findings, boolean found, String what) {
        if (found) {
            findings.add(what);
        }
    }

    @Override
    public String toString() {
        return marketplace + " order " + number;
    }
}
