package io.orderweave.crash;

import io.orderweave.crash.judge.Expectation;
import io.orderweave.crash.judge.Sale;
import io.orderweave.crash.judge.Sale.Part;
import io.orderweave.simulator.allegro.AllegroFormCounters;
import io.orderweave.simulator.kaufland.KauflandOrderCounters;
import io.orderweave.simulator.kaufland.KauflandUnitCounters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the marketplaces have counted, as sales that the judge looks at. Belongs to one thread. */
final class Sales {

    private static final List<String> ALLEGRO_WAY = List.of("PROCESSING", "SENT", "PICKED_UP");

    /** Nobody at Kaufland but the seller says of a piece that it was sent; all else it says itself. */
    private static final List<String> KAUFLAND_WAY = List.of("sent");

    private final Map<String, Expectation> expectations;

    /**
     * @param expectations what must have become of each sale, by its id
     */
    Sales(Map<String, Expectation> expectations) {
        this.expectations = expectations;
    }

    List<Sale> of(Outside outside) {
        List<Sale> sales = new ArrayList<>();
        outside.allegro().counters().forms().forEach(form -> sales.add(sale(form)));
        outside.kaufland().counters().orders().forEach(order -> sales.add(sale(order)));
        return sales;
    }

    private Sale sale(AllegroFormCounters form) {
        Expectation expectation = expectation(form.formId());
        Part whole = new Part(
                "sale " + form.formId(), expectation, repeated(form.shipmentsByWaybill()), form.fulfillmentWrites());
        return new Sale(
                form.formId(),
                expectation,
                List.of(whole),
                repeated(form.invoicesByNumber()),
                repeated(form.uploadsByNumber()),
                form.sha256ByNumber(),
                ALLEGRO_WAY);
    }

    /** At Kaufland an invoice is its file, known by the file's name. */
    private Sale sale(KauflandOrderCounters order) {
        Expectation expectation = expectation(order.orderId());
        List<String> invoices =
                repeated(order.invoicesByName()).stream().map(Sales::number).toList();
        Map<String, String> digests = new HashMap<>();
        order.sha256ByName().forEach((name, digest) -> digests.put(number(name), digest));
        return new Sale(
                order.orderId(),
                expectation,
                order.units().stream()
                        .map(piece -> part(order.orderId(), piece, expectation))
                        .toList(),
                invoices,
                invoices,
                digests,
                KAUFLAND_WAY);
    }

    private static Part part(String orderId, KauflandUnitCounters piece, Expectation ofSale) {
        return new Part(
                "piece " + piece.unitId() + " of sale " + orderId,
                piece.status().equals("cancelled") ? Expectation.CANCELLED : ofSale,
                repeated(piece.parcelsByNumber()),
                KAUFLAND_WAY.contains(piece.status()) ? List.of(piece.status()) : List.of());
    }

    private Expectation expectation(String saleId) {
        Expectation expectation = expectations.get(saleId);
        if (expectation == null) {
            throw new IllegalStateException("nobody said what must become of sale " + saleId);
        }
        return expectation;
    }

    private static String number(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    private static List<String> repeated(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .flatMap(entry -> Collections.nCopies(entry.getValue(), entry.getKey()).stream())
                .toList();
    }
}
