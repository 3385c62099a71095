package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.http.RawJson;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    @Test
    void logsNothingOfWhatReturnsRefundsAndOffersSay() throws IOException {
        LoggerFactory.getLogger(AllegroPrivacyTest.class).trace("test begins");
        int before = Files.readString(LOG).length();
        try (SimulatedAllegro world = new SimulatedAllegro()) {
            String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
            String back = world.allegro.returns().announce(form, "14000000001", 1, "MISTAKE");
            world.allegro.returns().edit(back, json -> {
                json.put("status", "Halina \n Źdźbło");
                json.withArray("/items").path(0).withObject("reason").put("userComment", "Lipowa 7");
            });
            world.allegro.offers().list(AllegroOffer.of("14000000001", "KUB-03", "Kubek Sowa", 5, "25.00"));
            world.allegro.faults().on("GET", "/order/customer-returns").once(Fault.htmlPage());

            world.connector.returnFeed().orElseThrow().poll(Optional.empty(), 10);
            world.connector.catalogFeed().orElseThrow().poll(Optional.empty(), 10);
            world.connector.refunds().orElseThrow().refund(refund(form));
            world.connector
                    .returnDecisions()
                    .orElseThrow()
                    .decide(new ReturnDecision(
                            back, List.of(), Verdict.REJECTED, Optional.empty(), Optional.of("Suwałki, 601 000")));
            String access = world.context.vault.current().orElseThrow().accessToken();

            String log = Files.readString(LOG)
                    .substring(before)
                    .lines()
                    .filter(line -> !line.contains("SimulatorServer"))
                    .collect(Collectors.joining("\n"));

            assertThat(world.allegro.counters().form(form).refunds()).hasSize(1);
            assertThat(log)
                    .contains("allegro POST payments/refunds", "allegro GET order/customer-returns", "not a word");
            assertThat(log).doesNotContain(PRIVATE).doesNotContain(access, form, back, "KUB-03");
        }
    }

    private static RefundRequest refund(String form) {
        return RefundRequest.builder()
                .key(UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01"))
                .externalId(form)
                .reason(RefundReason.OTHER)
                .comment("dla Haliny: zapakować")
                .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("1.00", "PLN")))
                .build();
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
