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
 * @param tooMuch what it was told more than once, or of what was cancelled
 * @param missing what it was not told of an order that was delivered
 */
record Told(ConnectionId marketplace, String number, boolean anything, List<String> tooMuch, List<String> missing) {

    static Stream<Told> by(Outside outside) {
        return Stream.concat(
                outside.allegro().counters().forms().stream().map(Told::of),
                outside.kaufland().counters().orders().stream().map(Told::of));
    }

    private static Told of(AllegroFormCounters form) {
        List<String> statuses = form.fulfillmentWrites();
        List<String> tooMuch = new ArrayList<>();
        report(tooMuch, form.shipments() > 1 || form.invoices() > 1, "has several waybills or invoices");
        report(tooMuch, new HashSet<>(statuses).size() != statuses.size(), "was told a status twice: " + statuses);
        List<String> missing = new ArrayList<>();
        report(missing, form.shipments() == 0, "has no tracking number");
        report(missing, form.uploadsByNumber().isEmpty(), "has no invoice");
        report(missing, !statuses.contains("SENT"), "was not told that it was sent");
        boolean anything = form.shipments() + form.invoices() + statuses.size() > 0;
        return new Told(Shop.ALLEGRO, form.formId(), anything, tooMuch, missing);
    }

    private static Told of(KauflandOrderCounters order) {
        int invoices = order.invoicesByName().size();
        List<String> tooMuch = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        report(tooMuch, invoices > 1, "has several invoices");
        report(missing, invoices == 0, "has no invoice");
        boolean anything = invoices > 0;
        for (KauflandUnitCounters piece : order.units()) {
            int parcels = piece.parcelsByNumber().size();
            boolean cancelled = piece.status().equals("cancelled");
            report(tooMuch, parcels > 1, "has a piece in several parcels");
            report(tooMuch, cancelled && parcels > 0, "has a cancelled piece in a parcel");
            report(missing, !cancelled && parcels == 0, "has a piece without a tracking number");
            anything |= parcels > 0;
        }
        return new Told(Shop.KAUFLAND, order.orderId(), anything, tooMuch, missing);
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
