package io.orderweave.couriers.packeta;

import io.orderweave.courier.CourierFactory;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.SimulatedCourier;
import io.orderweave.money.Money;
import io.orderweave.simulator.CourierCounters;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.Faults;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.packeta.PacketaSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Packeta and its simulator. */
final class SimulatedPacketa extends SimulatedCourier {

    private final PacketaSimulator simulator =
            PacketaSimulator.builder(SECRET).clock(clock).addPoints("1817").start();

    @Override
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public CourierCounters counters() {
        return simulator.counters();
    }

    @Override
    public CourierFactory factory() {
        return new PacketaCourierFactory();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "base.url",
                simulator.baseUrl() + "/api",
                "api.password",
                SECRET,
                "sender",
                "weave-shop",
                "home.carriers",
                "CZ=106");
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("api.password", "guessed");
    }

    @Override
    public ShipmentRequest.Builder toPoint() {
        return Requests.toCzechPoint();
    }

    @Override
    public Money collected() {
        return Money.of("1290", "CZK");
    }

    @Override
    public Money neverCollected() {
        return Money.of("1290.50", "CZK");
    }

    @Override
    public String unknownPoint() {
        return "999999";
    }

    @Override
    public Faults.Cue announcements() {
        return simulator.faults().onOperation(announcement());
    }

    @Override
    public String announcement() {
        return "createPacket";
    }

    @Override
    public Faults.Cue labels() {
        return simulator.faults().onOperation("packetLabelPdf");
    }

    @Override
    public Faults.Cue trackings() {
        return simulator.faults().onOperation("packetTracking");
    }

    @Override
    public String answerWithoutLabel() {
        String noPdf = Base64.getEncoder().encodeToString("<html>%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        return "<response><status>ok</status><result>" + noPdf + "</result></response>";
    }

    @Override
    public Fault cutAnswer() {
        return Fault.statusAfterWrite(
                200, Map.of("Content-Type", "text/xml"), "<response><status>ok</status><result><id>41540");
    }

    @Override
    public void moveTo(String reference, String code) {
        simulator.packets().moveTo(reference, Integer.parseInt(code));
    }

    @Override
    public String cancellable() {
        return created(courier(), toPoint().build()).shipmentId();
    }

    @Override
    public String deliveredCode() {
        return "7";
    }

    @Override
    public String unknownCode() {
        return "77";
    }
}
