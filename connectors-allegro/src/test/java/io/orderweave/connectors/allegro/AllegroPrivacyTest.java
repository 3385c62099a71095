package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.RawJson;
import io.orderweave.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The test log is at TRACE, so it holds what any level would show. */
class AllegroPrivacyTest {

    private static final Path LOG = Path.of("target", "test-log.txt");
    private static final List<String> PRIVATE = List.of(
            "Źdźbło",
            "Halina",
            "Lipowa",
            "Suwałki",
            "16-400",
            "allegromail",
            "601 000",
            "000-000-01-02",
            "Sowa",
            "zapakować");

    @Test
    void logsNeitherSecretsNorPersonalDataAtAnyLevel() throws IOException {
        LoggerFactory.getLogger(AllegroPrivacyTest.class).trace("test begins");
        int before = Files.readString(LOG).length();
        try (SimulatedAllegro world = new SimulatedAllegro()) {
            String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
            world.allegro.buyers().edit(form, AllegroPrivacyTest::fillWithPersonalData);
            world.allegro.buyers().edit(form, json -> json.put("status", "Jan \n Kowalski"));
            OrderFeed feed = world.connector.orderFeed().orElseThrow();
            Optional<Checkpoint> next =
                    Optional.of(feed.poll(Optional.empty(), 10).next());
            world.allegro.faults().on("GET", "/order/events").once(Fault.htmlPage());
            feed.poll(next, 10);
            String refresh =
                    world.context.vault.current().orElseThrow().refreshToken().orElseThrow();
            String access = world.context.vault.current().orElseThrow().accessToken();

            String log = Files.readString(LOG).substring(before);

            assertThat(log).contains("allegro GET order/checkout-forms").contains("not a word");
            assertThat(log)
                    .doesNotContain(PRIVATE)
                    .doesNotContain("Kowalski", refresh, access, TestContext.CLIENT_SECRET, form);
        }
    }

    private static void fillWithPersonalData(ObjectNode form) {
        form.setAll(Fixture.prepaidLocker().without("/id").form());
    }

    @Test
    void printsNoPersonalDataInAnyValue() throws IOException {
        for (Fixture fixture : List.of(Fixture.prepaidLocker(), Fixture.cashOnDelivery())) {
            RawJson raw = fixture.raw();
            AllegroCheckoutFormDto form = raw.as(AllegroCheckoutFormDto.class);
            OrderFeed.Item item = new AllegroOrderMapper().item(fixture.id(), raw);

            for (Object part : java.util.Arrays.asList(
                    form, form.buyer(), form.delivery(), form.invoice(), form.payment(), form.lineItems(), raw)) {
                assertThat(String.valueOf(part)).doesNotContain(PRIVATE).doesNotContain("Říhová", "Lesní");
            }
            assertThat(((OrderFeed.Item.Changed) item).order().raw().toString()).doesNotContain("Říhová", "Źdźbło");
        }
    }
}
