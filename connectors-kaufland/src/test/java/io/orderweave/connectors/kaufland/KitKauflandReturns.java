package io.orderweave.connectors.kaufland;

import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.tck.channel.ScriptedReturns;
import io.orderweave.tck.channel.TestOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Returns at the simulated Kaufland. */
final class KitKauflandReturns implements ScriptedReturns {

    private final KauflandSimulator kaufland;
    private final Runnable beforeNonsense;
    private final Map<String, Set<Long>> piecesOf = new HashMap<>();

    /** @param beforeNonsense called before Kaufland answers what its document does not allow */
    KitKauflandReturns(KauflandSimulator kaufland, Runnable beforeNonsense) {
        this.kaufland = kaufland;
        this.beforeNonsense = beforeNonsense;
    }

    /** Its pieces stand in the order of its lines. */
    @Override
    public String announce(String externalId, TestOrder.Line line, int quantity) {
        List<Long> units = kaufland.counters().order(externalId).unitIds();
        units.forEach(unit -> kaufland.platform().setUnitStatus(unit, "sent"));
        Set<Long> before = kaufland.counters().verdicts().keySet();
        int first = line.quantity() == 1 ? units.size() - 1 : 0;
        String id = Long.toString(kaufland.buyers()
                .announceReturn(externalId, units.subList(first, first + quantity), "defect", "pęknięta"));
        Set<Long> pieces = new HashSet<>(kaufland.counters().verdicts().keySet());
        pieces.removeAll(before);
        piecesOf.put(id, pieces);
        return id;
    }

    @Override
    public void dispatch(String returnId, String trackingNumber) {
        kaufland.platform().trackReturn(number(returnId), trackingNumber);
        kaufland.platform().moveReturn(number(returnId), "package_sent");
    }

    @Override
    public void poison(String returnId) {
        beforeNonsense.run();
        kaufland.platform().editReturn(number(returnId), document -> document.put("ts_created_iso", "yesterday"));
    }

    @Override
    public void bewitch(String returnId) {
        beforeNonsense.run();
        kaufland.platform().moveReturn(number(returnId), "bewitched");
    }

    @Override
    public String unknownReturn() {
        return "675999999";
    }

    /** Of a return of several pieces, how many were written to the piece that has most. */
    @Override
    public int decisions(String returnId) {
        Map<Long, List<String>> verdicts = kaufland.counters().verdicts();
        return piecesOf.getOrDefault(returnId, Set.of()).stream()
                .mapToInt(piece -> verdicts.getOrDefault(piece, List.of()).size())
                .max()
                .orElseThrow();
    }

    private static long number(String returnId) {
        return Long.parseLong(returnId);
    }
}
