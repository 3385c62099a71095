package io.orderweave.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.bank.BankMailForgery;
import io.orderweave.simulator.bank.BankMailLayout;
import io.orderweave.simulator.bank.BankMailbox;
import io.orderweave.simulator.bank.BankPayment;
import io.orderweave.simulator.bank.MailReceiver;
import io.orderweave.simulator.inpost.InPostSimulator;
import io.orderweave.simulator.junit.SimulatedTime;
import io.orderweave.simulator.junit.WithAllegro;
import io.orderweave.simulator.merchantpro.MerchantProDateFilter;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/simulators.md}, word for word, and the proof that they are. */
class SimulatorsExampleTest {

    private static final String MEDIA_TYPE = "application/vnd.allegro.public.v1+json";

    @TempDir
    Path folder;

    private final TestHttp http = new TestHttp();

    @Test
    void aLostAnswerMustNotMakeASecondShipment() throws Exception {
        SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));
        try (AllegroSimulator allegro =
                AllegroSimulator.builder("my-client", "my-secret").clock(clock).start()) {
            String formId = allegro.buyers()
                    .placeReady(AllegroOrderScript.builder()
                            .marketplace(AllegroMarketplace.CZ)
                            .addLines(AllegroLine.of("16001", "MUG-BLUE", "Modrý hrnek", 2, "249.00"))
                            .build());
            allegro.faults().on("POST", "/order/checkout-forms/[^/]+/shipments").once(Fault.cutAfterWrite());

            enterWaybill(allegro.baseUrl(), allegro.accounts().mintAccessToken(), formId, "13500001");

            assertThat(allegro.counters().form(formId).shipmentsByWaybill()).containsExactly(Map.entry("13500001", 1));
            assertThat(allegro.counters().duplicates()).isEmpty();
        }
    }

    @Test
    @WithAllegro(clientId = "my-client", clientSecret = "my-secret")
    @SimulatedTime("2026-11-21T10:00:00Z")
    void aWaybillIsEnteredOnce(AllegroSimulator allegro, SimulatorClock clock) throws Exception {
        String formId = allegro.buyers()
                .placeReady(AllegroOrderScript.builder()
                        .addLines(AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 2, "24.90"))
                        .build());
        clock.advance(Duration.ofHours(3));

        enterWaybill(allegro.baseUrl(), allegro.accounts().mintAccessToken(), formId, "13500001");

        assertThat(allegro.counters().form(formId).shipments()).isEqualTo(1);
    }

    @Test
    void anOrderOfAShopIsMarkedShippedOnce() throws Exception {
        SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));
        try (MerchantProSimulator shop = MerchantProSimulator.builder("my-key", "my-secret")
                .clock(clock)
                .dateFilters(Set.of(MerchantProDateFilter.CREATED_AFTER))
                .start()) {
            String order = shop.buyers()
                    .place(MerchantProOrderScript.builder()
                            .addLine(MerchantProLine.of("125011", "CANA-ALB", "Cană albastră", 2, "24.90"))
                            .addLine(MerchantProLine.discount("coupon", "Cupon", "5.00"))
                            .build());
            shop.buyers().pay(order);

            markShipped(shop.baseUrl(), "my-key", "my-secret", order);

            assertThat(shop.counters().order(order).actions()).containsExactly("shipped");
            assertThat(shop.counters().duplicates()).isEmpty();
        }
    }

    @Test
    void aParcelIsConfirmedLaterAndTravels() throws Exception {
        SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));
        try (InPostSimulator inpost = InPostSimulator.builder("41", "my-token")
                .clock(clock)
                .stateFile(folder.resolve("inpost.json"))
                .confirmation(Pace.onClock(Duration.ofSeconds(30)))
                .transit(Pace.onClock(Duration.ofHours(6)))
                .start()) {
            orderLabel(inpost.baseUrl(), "my-token", "ORD-7001");
            clock.advance(Duration.ofMinutes(1));
            inpost.parcels().moveTo("ORD-7001", "ready_to_pickup");

            assertThat(inpost.counters().live()).containsExactly(Map.entry("ORD-7001", 1));
        }
    }

    @Test
    void aForgedMailLiesBesideAGenuineOne() {
        MailReceiver receiver = new MailReceiver("mx.shop.example", "bank-5c0ffee5@shop.example");
        BankMailbox mailbox = new BankMailbox(
                folder.resolve("mails"), receiver, SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z")));
        BankPayment payment = BankPayment.received("498.00", "CZK", "2400123459/2010", "2026000123");

        Path genuine = mailbox.deliver(BankMailLayout.FIO_PROSE, payment);
        Path forged = mailbox.forge(BankMailLayout.FIO_PROSE, payment, BankMailForgery.MISALIGNED_AUTHENTICATION);

        assertThat(genuine).isRegularFile();
        assertThat(forged).isRegularFile();
    }

    @Test
    void examplesInTheDocumentationAreTheseTests() throws Exception {
        List<String> source =
                stripped(Files.readString(Path.of("src/test/java/io/orderweave/simulator/SimulatorsExampleTest.java")));
        List<List<String>> examples = new ArrayList<>();
        String[] parts = Files.readString(Path.of("../docs/simulators.md")).split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith("java\n")) {
                examples.add(stripped(parts[i].substring("java\n".length())));
            }
        }

        assertThat(examples).hasSize(5).allSatisfy(example -> {
            assertThat(example).hasSizeGreaterThan(5);
            assertThat(Collections.indexOfSubList(source, example))
                    .as("found word for word: %s", example.get(0))
                    .isNotNegative();
        });
    }

    private void enterWaybill(String baseUrl, String token, String formId, String waybill) throws Exception {
        String url = baseUrl + "/order/checkout-forms/" + formId + "/shipments";
        String body = "{\"carrierId\":\"DPD\",\"waybill\":\"" + waybill + "\"}";
        try {
            call("POST", url, body, token);
        } catch (IOException lost) {
            if (!call("GET", url, "", token).text().contains(waybill)) {
                call("POST", url, body, token);
            }
        }
    }

    private TestHttp.Reply call(String method, String url, String body, String token) throws Exception {
        return http.send(
                method,
                url,
                body,
                "User-Agent",
                "My-Shop/1.0.0 (+https://shop.example/about)",
                "Authorization",
                "Bearer " + token,
                "Accept",
                MEDIA_TYPE,
                "Content-Type",
                MEDIA_TYPE);
    }

    private void markShipped(String baseUrl, String key, String secret, String order) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        http.send(
                "PATCH", baseUrl + "/api/v2/orders/" + order + "/shipped", "", "Authorization", "Basic " + credentials);
    }

    private void orderLabel(String baseUrl, String token, String reference) throws Exception {
        http.send(
                "POST",
                baseUrl + "/v1/organizations/41/shipments",
                "{\"receiver\":{\"email\":\"zofia@mail.example\",\"phone\":\"500700800\"},"
                        + "\"parcels\":{\"template\":\"small\"},\"custom_attributes\":{\"target_point\":\"TOR01N\"},"
                        + "\"service\":\"inpost_locker_standard\",\"reference\":\"" + reference + "\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    private static List<String> stripped(String code) {
        try (Stream<String> lines = code.lines()) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }
}
