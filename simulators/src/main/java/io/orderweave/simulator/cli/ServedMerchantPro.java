package io.orderweave.simulator.cli;

import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A MerchantPro shop, whose customers pay at once, on delivery, or not yet. */
final class ServedMerchantPro implements Served {

    private static final String API_KEY = "simulated-key";
    private static final String API_SECRET = "simulated-secret";

    private final MerchantProSimulator shop;

    private ServedMerchantPro(MerchantProSimulator shop) {
        this.shop = shop;
    }

    static Served start(Arguments asked) {
        return new ServedMerchantPro(MerchantProSimulator.builder(API_KEY, API_SECRET)
                .port(asked.port())
                .stateFile(asked.stateFile())
                .start());
    }

    @Override
    public Simulator simulator() {
        return shop;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("shop.url", shop.baseUrl());
        settings.put("api.key", API_KEY);
        settings.put("api.secret", API_SECRET);
        settings.put("currency", "RON");
        return settings;
    }

    @Override
    public String place(int index) {
        MerchantProOrderScript.Builder order = MerchantProOrderScript.builder();
        order.addLine(MerchantProLine.of("125011", "CANA-ALB", "Cană albastră", 1 + index % 4, "24.90"));
        if (index % 3 == 1) {
            order.paymentMethod(MerchantProOrderScript.CASH_ON_DELIVERY);
        }
        String id = shop.buyers().place(order.build());
        if (index % 3 == 0) {
            shop.buyers().pay(id);
        }
        return id;
    }
}
