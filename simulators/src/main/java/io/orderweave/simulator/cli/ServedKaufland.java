package io.orderweave.simulator.cli;

import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kaufland at three storefronts; of its orders, which have several pieces, every third is not released yet. */
final class ServedKaufland implements Served {

    private static final String CLIENT_KEY = "simulated-client-key";
    private static final String SECRET_KEY = "simulated-secret-key";
    private static final List<KauflandStorefront> STOREFRONTS =
            List.of(KauflandStorefront.DE, KauflandStorefront.CZ, KauflandStorefront.PL);

    private final KauflandSimulator kaufland;

    private ServedKaufland(KauflandSimulator kaufland) {
        this.kaufland = kaufland;
    }

    static Served start(Arguments asked) {
        return new ServedKaufland(KauflandSimulator.builder(CLIENT_KEY, SECRET_KEY)
                .storefronts(STOREFRONTS)
                .port(asked.port())
                .stateFile(asked.stateFile())
                .start());
    }

    @Override
    public Simulator simulator() {
        return kaufland;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("api.url", kaufland.baseUrl());
        settings.put("client.key", CLIENT_KEY);
        settings.put("secret.key", SECRET_KEY);
        settings.put("account.name", "simulated");
        return settings;
    }

    @Override
    public String place(int index) {
        KauflandOrderScript order = KauflandOrderScript.builder()
                .storefront(STOREFRONTS.get(index % STOREFRONTS.size()))
                .addItems(
                        KauflandItem.of("MUG-BLUE", "Keramiktasse blau", 1 + index % 4, "129.00"),
                        KauflandItem.of("LAMP-S", "Tischlampe", 1, "749.00"))
                .build();
        return index % 3 == 2
                ? kaufland.buyers().place(order)
                : kaufland.buyers().placeReady(order);
    }
}
