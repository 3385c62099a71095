package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.RawJson;
import io.orderweave.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The test log is at TRACE, so it holds what any level would show. */
class KauflandPrivacyTest {

    private static final Path LOG = Path.of("target", "test-log.txt");
    private static final List<String> PRIVATE = List.of(
            "Sperling", "Ägidius", "Mechthild", "Holunderweg", "Erfurt", "99084", "155577", "sperling-77", "990845511");

    @Test
    void logsNeitherSecretsNorPersonalDataAtAnyLevel() throws IOException {
        LoggerFactory.getLogger(KauflandPrivacyTest.class).trace("test begins");
        int before = Files.readString(LOG).length();
        try (SimulatedKaufland world = new SimulatedKaufland()) {
            String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
            ObjectNode persons = (ObjectNode) Fixture.order().raw().tree().path("data");
            persons.retain("billing_address", "shipping_address", "buyer");
            world.kaufland.buyers().edit(order, json -> json.setAll(persons));
            world.kaufland.platform().setUnitStatus(world.units(order).get(0), "Tom \n Sperling");
            world.kaufland.faults().on("GET", "/v2/orders").once(Fault.htmlPage());

            world.pull();

            // The simulator, which logs paths, writes into the same file.
            String log = Files.readString(LOG)
                    .substring(before)
                    .lines()
                    .filter(line -> !line.contains("SimulatorServer"))
                    .collect(Collectors.joining("\n"));
            assertThat(log)
                    .contains("kaufland GET orders/{id}", "not a word")
                    .doesNotContain(PRIVATE)
                    .doesNotContain(TestContext.SECRET_KEY, TestContext.CLIENT_KEY, order, "Shop-Signature");
        }
    }

    @Test
    void printsNoPersonalDataInAnyValue() throws IOException {
        RawJson raw = Fixture.order().raw();
        KauflandOrderDto order =
                Objects.requireNonNull(raw.as(KauflandOrderDto.Envelope.class).data());
        OrderFeed.Item item = new KauflandOrderMapper().item(Fixture.ID, raw);

        for (Object part : List.of(
                order,
                Objects.requireNonNull(order.buyer()),
                Objects.requireNonNull(order.billingAddress()),
                Objects.requireNonNull(order.delivery()),
                Objects.requireNonNull(order.orderUnits()),
                raw,
                ((OrderFeed.Item.Changed) item).order().raw(),
                new KauflandMessageDto("Frau Sperling"))) {
            assertThat(String.valueOf(part)).doesNotContain(PRIVATE);
        }
    }
}
