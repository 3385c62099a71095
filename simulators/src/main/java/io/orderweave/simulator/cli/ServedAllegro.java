package io.orderweave.simulator.cli;

import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroSimulator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Allegro, whose buyers pay at once, on delivery, or later by bank transfer. */
final class ServedAllegro implements Served {

    private static final String CLIENT_ID = "simulated-client";
    private static final String CLIENT_SECRET = "simulated-secret";

    private final AllegroSimulator allegro;

    private ServedAllegro(AllegroSimulator allegro) {
        this.allegro = allegro;
    }

    static Served start(Arguments asked) {
        return new ServedAllegro(AllegroSimulator.builder(CLIENT_ID, CLIENT_SECRET)
                .port(asked.port())
                .stateFile(asked.stateFile())
                .start());
    }

    @Override
    public Simulator simulator() {
        return allegro;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("api.url", allegro.baseUrl());
        settings.put("auth.url", allegro.baseUrl());
        settings.put("client.id", CLIENT_ID);
        settings.put("client.secret", CLIENT_SECRET);
        settings.put("application.name", "YourApplication");
        settings.put("application.url", "https://shop.example/orders");
        settings.put("refresh.token", allegro.accounts().mintRefreshToken());
        return settings;
    }

    @Override
    public String place(int index) {
        AllegroMarketplace marketplace = index % 2 == 0 ? AllegroMarketplace.PL : AllegroMarketplace.CZ;
        AllegroOrderScript.Builder order = AllegroOrderScript.builder();
        order.marketplace(marketplace)
                .buyer(AllegroBuyer.sample(marketplace))
                .addLines(AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 1 + index % 4, "29.90"));
        return switch (index % 3) {
            case 0 -> allegro.buyers().placeReady(order.build());
            case 1 ->
                allegro.buyers()
                        .placeReady(order.paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                                .build());
            default ->
                allegro.buyers()
                        .place(order.paymentType(AllegroPaymentType.WIRE_TRANSFER)
                                .build());
        };
    }
}
