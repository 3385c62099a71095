package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.internal.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulated Kaufland has stored, counted at one moment: the judge of "exactly once". It survives a restart on the same
 * state file. Immutable.
 */
public final class KauflandCounters {

    private final Map<String, KauflandOrderCounters> orders;
    private final Map<Long, List<String>> verdicts;
    private final Map<Long, List<JsonNode>> offerWrites;
    private final Map<String, Integer> activeSubscriptions;

    private KauflandCounters(
            Map<String, KauflandOrderCounters> orders,
            Map<Long, List<String>> verdicts,
            Map<Long, List<JsonNode>> offerWrites,
            Map<String, Integer> activeSubscriptions) {
        this.orders = orders;
        this.verdicts = verdicts;
        this.offerWrites = offerWrites;
        this.activeSubscriptions = Map.copyOf(activeSubscriptions);
    }

    static KauflandCounters of(KauflandState state) {
        Map<String, KauflandOrderCounters> orders = new LinkedHashMap<>();
        state.orders.values().forEach(order -> orders.put(order.id, count(order)));
        Map<Long, List<String>> verdicts = new LinkedHashMap<>();
        state.returns.values().stream()
                .flatMap(entry -> entry.units.stream())
                .forEach(unit -> verdicts.put(unit.id, List.copyOf(unit.verdicts)));
        Map<Long, List<JsonNode>> offerWrites = new LinkedHashMap<>();
        state.offers.values().forEach(offer -> offerWrites.put(offer.id, List.copyOf(offer.writes)));
        return new KauflandCounters(
                orders,
                verdicts,
                offerWrites,
                Tally.of(state.subscriptions.values().stream()
                        .filter(one -> one.active)
                        .map(one -> one.eventName)
                        .toList()));
    }

    /** Every order. */
    public List<KauflandOrderCounters> orders() {
        return List.copyOf(orders.values());
    }

    /**
     * One order.
     *
     * @throws IllegalArgumentException if there is no such order
     */
    public KauflandOrderCounters order(String orderId) {
        KauflandOrderCounters order = orders.get(orderId);
        if (order == null) {
            throw new IllegalArgumentException("No such order: " + orderId);
        }
        return order;
    }

    /** The verdicts written, in order, by return unit. */
    public Map<Long, List<String>> verdicts() {
        return Map.copyOf(verdicts);
    }

    /** What was written to an offer, in order; empty for an unknown one. */
    public List<JsonNode> offerWrites(long offerId) {
        return offerWrites.getOrDefault(offerId, List.of());
    }

    /** How many active subscriptions each event has. */
    public Map<String, Integer> activeSubscriptions() {
        return activeSubscriptions;
    }

    /** What is there more than once and must not be, a sentence each; empty when all happened at most once. */
    public List<String> duplicates() {
        List<String> found = new ArrayList<>();
        orders.values().forEach(order -> {
            order.invoicesByName()
                    .forEach((name, times) -> report(found, "order " + order.orderId(), "invoice " + name, times));
            order.units().forEach(unit -> {
                String what = "unit " + unit.unitId();
                unit.parcelsByNumber().forEach((number, times) -> report(found, what, "parcel " + number, times));
                Tally.of(unit.refundedCents().stream().map(String::valueOf).toList())
                        .forEach((cents, times) -> report(found, what, "a refund of " + cents, times));
            });
        });
        return List.copyOf(found);
    }

    private static void report(List<String> found, String where, String what, int times) {
        if (times > 1) {
            found.add(where + " has " + what + " " + times + " times");
        }
    }

    private static KauflandOrderCounters count(KauflandOrder order) {
        List<InvoiceEntry> own = order.invoices.stream()
                .filter(invoice -> !invoice.deemedSupplier())
                .toList();
        Map<String, String> digests = new LinkedHashMap<>();
        own.forEach(invoice -> digests.put(invoice.originalName(), invoice.sha256()));
        return new KauflandOrderCounters(
                order.id,
                order.units.stream().map(KauflandCounters::count).toList(),
                Tally.of(own.stream().map(InvoiceEntry::originalName).toList()),
                digests,
                order.refusals);
    }

    private static KauflandUnitCounters count(OrderUnit unit) {
        Map<String, String> carriers = new LinkedHashMap<>();
        unit.parcels.forEach(parcel -> carriers.put(parcel.trackingNumber(), parcel.carrier()));
        return new KauflandUnitCounters(
                unit.id,
                unit.status(),
                Tally.of(unit.parcels.stream().map(ParcelEntry::trackingNumber).toList()),
                carriers,
                unit.refunds.stream().map(RefundEntry::amount).toList(),
                unit.document.path("cancel_reason").isTextual()
                        ? unit.document.path("cancel_reason").textValue()
                        : "");
    }
}
