package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.RawJson;
import io.orderweave.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The test log is at TRACE, so it holds what any level would show. */
class MerchantProPrivacyTest {

    private static final Path LOG = Path.of("target", "test-log.txt");
    private static final List<String> PRIVATE =
            List.of("Zamfira", "Pârvulescu", "posta.example", "0744", "Teilor", "551033", "Otilia", "Morii", "Sunați");

    @Test
    void logsNeitherSecretsNorPersonalDataAtAnyLevel() throws IOException {
        LoggerFactory.getLogger(MerchantProPrivacyTest.class).trace("test begins");
        int before = Files.readString(LOG).length();
        try (SimulatedShop world = new SimulatedShop(
                Map.of(MerchantProConnectorFactory.WEBHOOK_SECRET, "hook-secret-9"), settings -> settings)) {
            String order = world.place();
            world.shop
                    .buyers()
                    .edit(
                            order,
                            document -> document.setAll(Fixture.cashOnDelivery()
                                    .without("/id")
                                    .without("/date_created")
                                    .document()));
            world.shop.shop().setShippingStatus(order, "Jan \n Kowalski");
            world.drain();
            world.connector.orderReader().orElseThrow().read(order);
            world.shop
                    .faults()
                    .on("GET", "/api/v2/orders/.*")
                    .always(Fault.status(400, Map.of(), "{\"error\":{\"name\":\"Zamfira P\"}}"));
            world.connector.orderReader().orElseThrow().read(order);
            world.shop.faults().on("GET", "/api/v2/orders").always(Fault.htmlPage());
            OutsideFault fault = catchThrowableOfType(OutsideFault.class, world::poll);

            // The simulator logs too, and may: paths with ids in them.
            String log = Files.readString(LOG)
                    .substring(before)
                    .lines()
                    .filter(line -> !line.contains("io.orderweave.simulator"))
                    .collect(Collectors.joining("\n"));

            assertThat(log).contains("merchantpro GET orders").contains("not a word");
            assertThat(log)
                    .doesNotContain(PRIVATE)
                    .doesNotContain("Kowalski", TestContext.SECRET, TestContext.KEY, "hook-secret-9", order);
            assertThat(fault.toString()).doesNotContain(TestContext.SECRET, TestContext.KEY);
        }
    }

    @Test
    void printsNoPersonalDataInAnyValue() throws IOException {
        RawJson raw = Fixture.cashOnDelivery().raw();
        MerchantProOrderDto order = raw.as(MerchantProOrderDto.class);
        OrderFeed.Item item = new MerchantProOrderMapper(Set.of()).item("51840277", raw);

        for (Object value : List.of(order, raw, item, ((OrderFeed.Item.Changed) item).order())) {
            assertThat(value.toString()).doesNotContain(PRIVATE);
        }
    }
}
