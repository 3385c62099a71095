package io.orderweave.benchmarks;

import io.orderweave.connection.Settings;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroInvoiceRequest;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The simulated Allegro after a busy day: so many orders, a second apart, three in four paid and the others on delivery, one in four with
 * a company's invoice. Also a process of its own, {@link #main}.
 */
final class SimulatedSales implements AutoCloseable {

    static final String CLIENT_ID = "bench-client";
    static final String CLIENT_SECRET = "bench-secret";

    private static final Instant BEGINNING = Instant.parse("2026-03-02T06:00:00Z");

    private final AllegroSimulator allegro;
    private final SimulatorClock clock;

    SimulatedSales(int orders) {
        this.clock = SimulatorClock.at(BEGINNING);
        this.allegro = AllegroSimulator.builder(CLIENT_ID, CLIENT_SECRET)
                .applicationName("Bench")
                .accessTokenLife(Duration.ofDays(365))
                .clock(clock)
                .start();
        for (int i = 0; i < orders; i++) {
            clock.advance(Duration.ofSeconds(1));
            allegro.buyers().placeReady(order(i));
        }
    }

    /** The time after the last order; it stands. */
    Clock clock() {
        return clock;
    }

    /** What a connection to it needs. */
    Settings settings() {
        return AllegroShop.settings(allegro.baseUrl(), allegro.accounts().mintRefreshToken());
    }

    private static AllegroOrderScript order(int number) {
        AllegroOrderScript.Builder order = AllegroOrderScript.builder()
                .marketplace(AllegroMarketplace.PL)
                .paymentType(number % 4 == 3 ? AllegroPaymentType.CASH_ON_DELIVERY : AllegroPaymentType.ONLINE)
                .addLines(
                        AllegroLine.of(
                                "1700" + number % 50, "KUB-" + number % 50, "Kubek w kropki", 1 + number % 3, "26.50"),
                        AllegroLine.of("1800" + number % 70, "TAL-" + number % 70, "Talerz płaski", 2, "31.90"));
        if (number % 4 == 0) {
            order.invoice(AllegroInvoiceRequest.builder()
                    .street("Handlowa 3")
                    .zipCode("31-002")
                    .city("Kraków")
                    .countryCode("PL")
                    .companyName("Talerz sp. j.")
                    .companyIds(Map.of("PL_NIP", "0000000404"))
                    .build());
        }
        return order.build();
    }

    @Override
    public void close() {
        allegro.close();
    }

    /**
     * Runs until its input ends.
     *
     * @param arguments how many orders; its address and a refresh token are its first two lines of output, then the time
     */
    public static void main(String[] arguments) throws IOException {
        try (SimulatedSales sales = new SimulatedSales(Integer.parseInt(arguments[0]))) {
            System.out.write((sales.allegro.baseUrl() + "\n"
                            + sales.allegro.accounts().mintRefreshToken() + "\n" + sales.clock.instant() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            while (System.in.read() >= 0) {
                // Nobody writes; the end of the input is the parent's end.
            }
        }
    }
}
