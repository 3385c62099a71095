package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentLine;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.order.Charge;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.Progress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What of an order invoices and shipments cover, and what they leave. Pure. */
final class Cover {

    private Cover() {}

    /** Pieces of each line that were never invoiced, which is what rules may invoice; lines without any are left out. */
    static Map<LineId, Integer> uninvoiced(Order order) {
        Map<LineId, Integer> open = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            LineProgress progress = order.progress().line(line.id());
            put(open, line, line.quantity() - progress.cancelled() - progress.invoiced());
        }
        return open;
    }

    /** Charges that were never invoiced. */
    static List<Charge> uninvoicedCharges(Order order) {
        Progress progress = order.progress();
        return order.charges().stream()
                .filter(charge -> !progress.invoicedCharges().contains(charge.id()))
                .toList();
    }

    /** Pieces of each line on no live invoice: never invoiced, or credited. */
    static Map<LineId, Integer> unbilled(Order order) {
        Map<LineId, Integer> open = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            LineProgress progress = order.progress().line(line.id());
            int live = progress.invoiced() - progress.credited();
            put(open, line, line.quantity() - progress.cancelled() - live);
        }
        return open;
    }

    /** Charges on no live invoice: never invoiced, or credited. */
    static List<Charge> unbilledCharges(Order order) {
        Progress progress = order.progress();
        return order.charges().stream()
                .filter(charge -> !progress.invoicedCharges().contains(charge.id())
                        || progress.creditedCharges().contains(charge.id()))
                .toList();
    }

    /** Of what a credited invoice covered, the pieces that no other covers by now. */
    static Map<LineId, Integer> givenBack(Order order, Document credited) {
        Map<LineId, Integer> open = unbilled(order);
        Map<LineId, Integer> back = new LinkedHashMap<>();
        for (DocumentLine line : credited.lines()) {
            line.line()
                    .filter(open::containsKey)
                    .ifPresent(id -> back.put(id, Math.min(line.quantity(), Objects.requireNonNull(open.get(id)))));
        }
        return back;
    }

    /** Of what a credited invoice covered, the charges that no other covers by now. */
    static List<Charge> givenBackCharges(Order order, Document credited) {
        return unbilledCharges(order).stream()
                .filter(charge ->
                        credited.lines().stream().anyMatch(line -> line.charge().equals(Optional.of(charge.id()))))
                .toList();
    }

    /** Pieces of each line in no live shipment; lines without any are left out. */
    static Map<LineId, Integer> unshipped(Order order) {
        Map<LineId, Integer> open = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            LineProgress progress = order.progress().line(line.id());
            put(open, line, line.quantity() - progress.cancelled() - progress.covered());
        }
        return open;
    }

    /** The progress with everything on the invoice taken. */
    static Progress invoiced(Progress progress, Map<LineId, Integer> lines, List<Charge> charges) {
        Progress covered = progress;
        for (Map.Entry<LineId, Integer> line : lines.entrySet()) {
            covered = covered.withLine(
                    line.getKey(),
                    done -> done.toBuilder()
                            .invoiced(done.invoiced() + line.getValue())
                            .build());
        }
        Set<ChargeId> invoiced = new HashSet<>(covered.invoicedCharges());
        Set<ChargeId> credited = new HashSet<>(covered.creditedCharges());
        charges.forEach(charge -> {
            invoiced.add(charge.id());
            credited.remove(charge.id());
        });
        return covered.toBuilder()
                .invoicedCharges(invoiced)
                .creditedCharges(credited)
                .build();
    }

    /** The progress with everything on a document credited. */
    static Progress credited(Progress progress, Document document) {
        Progress credited = progress.toBuilder()
                .credited(progress.credited().plus(document.total()))
                .build();
        for (DocumentLine line : document.lines()) {
            if (line.line().isPresent()) {
                credited = credited.withLine(line.line().get(), done -> credited(done, line.quantity()));
            }
            if (line.charge().isPresent()) {
                credited = credited.toBuilder()
                        .addCreditedCharge(line.charge().get())
                        .build();
            }
        }
        return credited;
    }

    /** Of a line that an order did not take over from the one it replaced, nothing counts as invoiced. */
    private static LineProgress credited(LineProgress done, int pieces) {
        return done.toBuilder()
                .credited(Math.min(done.invoiced(), done.credited() + pieces))
                .build();
    }

    /** The progress with everything in the shipment taken. */
    static Progress shipped(Progress progress, Map<LineId, Integer> lines) {
        Progress covered = progress;
        for (Map.Entry<LineId, Integer> line : lines.entrySet()) {
            covered = covered.withLine(
                    line.getKey(),
                    done -> done.toBuilder()
                            .covered(done.covered() + line.getValue())
                            .build());
        }
        return covered;
    }

    private static void put(Map<LineId, Integer> open, OrderLine line, int pieces) {
        if (pieces > 0) {
            open.put(line.id(), pieces);
        }
    }
}
