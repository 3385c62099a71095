package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.tck.channel.ScriptedReturns;
import io.orderweave.tck.channel.TestOrder;
import java.time.Duration;

/** Returns at the simulated Allegro. */
final class KitAllegroReturns implements ScriptedReturns {

    private final AllegroSimulator allegro;
    private final Runnable beforeNonsense;

    /** @param beforeNonsense called before Allegro answers what its document does not allow */
    KitAllegroReturns(AllegroSimulator allegro, Runnable beforeNonsense) {
        this.allegro = allegro;
        this.beforeNonsense = beforeNonsense;
    }

    @Override
    public String announce(String externalId, TestOrder.Line line, int quantity) {
        return allegro.returns().announce(externalId, KitAllegro.offerId(line), quantity, "MISTAKE");
    }

    @Override
    public void dispatch(String returnId, String trackingNumber) {
        allegro.returns().dispatch(returnId, "INPOST", trackingNumber);
    }

    @Override
    public void poison(String returnId) {
        beforeNonsense.run();
        allegro.returns().edit(returnId, document -> ((ObjectNode) document.at("/items/0")).put("quantity", "a few"));
    }

    @Override
    public void bewitch(String returnId) {
        beforeNonsense.run();
        allegro.returns().setStatus(returnId, "BEWITCHED");
    }

    @Override
    public String unknownReturn() {
        return "00000000-0000-4000-8000-000000000001";
    }

    @Override
    public int decisions(String returnId) {
        return allegro.counters().returnRejections().containsKey(returnId) ? 1 : 0;
    }

    /** Allegro tells when a return was announced, not when it changed: known ones are read again every hour. */
    @Override
    public Duration noticedWithin() {
        return Duration.ofMinutes(61);
    }

    /** The last quarter of an hour is always read again. */
    @Override
    public Duration quietAfter() {
        return Duration.ofMinutes(20);
    }
}
