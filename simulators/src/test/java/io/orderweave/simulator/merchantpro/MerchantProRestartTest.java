package io.orderweave.simulator.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.SimulatorClock;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MerchantProRestartTest {

    @TempDir
    Path folder;

    private final SimulatorClock clock = SimulatorClock.at(MerchantProTestCase.START);

    @Test
    void goesOnWithOrdersProductsAndCounters() throws Exception {
        String order;
        String product;
        String shown;
        try (MerchantProSimulator before = start()) {
            MerchantProClient client = new MerchantProClient(before.baseUrl());
            order = before.buyers().place(MerchantProTestCase.mugs());
            product = before.shop().add(MerchantProProductsTest.shirt());
            client.patch("orders/" + order + "/shipped", "");
            client.patch("orders/" + order, "{'shipping_awb':'AWB1'}");
            client.patch("products/" + product, "{'name':'Tricou bun'}");
            shown = client.get("orders/" + order + "?include=line_items").text();
        }

        try (MerchantProSimulator after = start()) {
            MerchantProClient client = new MerchantProClient(after.baseUrl());

            assertThat(client.get("orders/" + order + "?include=line_items").text())
                    .isEqualTo(shown);
            assertThat(client.get("products/" + product).json().path("name").asText())
                    .isEqualTo("Tricou bun");
            assertThat(after.counters().order(order).actions()).containsExactly("shipped");
            assertThat(after.counters().order(order).trackingNumbers()).containsExactly(Map.entry("AWB1", 1));
            assertThat(after.counters().product(product).variants()).hasSize(2);
            assertThat(after.buyers().place(MerchantProTestCase.mugs())).isNotEqualTo(order);
        }
    }

    private MerchantProSimulator start() {
        return MerchantProSimulator.builder(MerchantProClient.KEY, MerchantProClient.SECRET)
                .clock(clock)
                .requestsPerSecond(1_000)
                .stateFile(folder.resolve("merchantpro.json"))
                .start();
    }
}
