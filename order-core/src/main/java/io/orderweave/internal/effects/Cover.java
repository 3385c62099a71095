package io.orderweave.internal.effects;

import io.orderweave.id.LineId;
import io.orderweave.order.Charge;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of an order no live invoice and no live shipment covers yet. Pure. */
final class Cover {

    private Cover() {}

    /** Pieces of each line on no live invoice; lines without any are left out. */
    static Map<LineId, Integer> uninvoiced(Order order) {
        Map<LineId, Integer> open = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            LineProgress progress = order.progress().line(line.id());
            int live = progress.invoiced() - progress.credited();
            put(open, line, line.quantity() - progress.cancelled() - live);
        }
        return open;
    }

    /** Charges on no live invoice. */
    static List<Charge> uninvoicedCharges(Order order) {
        Progress progress = order.progress();
        return order.charges().stream()
                .filter(charge -> !progress.invoicedCharges().contains(charge.id())
                        || progress.creditedCharges().contains(charge.id()))
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
        Progress.Builder result = covered.toBuilder();
        charges.forEach(charge -> result.addInvoicedCharge(charge.id()));
        return result.build();
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
