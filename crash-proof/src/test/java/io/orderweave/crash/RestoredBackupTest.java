package io.orderweave.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.Tokens;
import io.orderweave.crash.node.NodeDatabase;
import io.orderweave.crash.node.NodeSettings;
import io.orderweave.crash.node.SharedTime;
import io.orderweave.crash.node.Shop;
import io.orderweave.document.Document;
import io.orderweave.document.IssuedDocument;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is restored from a copy of an hour ago; what was done since is found outside and in the shop's mail, and not done again. */
class RestoredBackupTest {

    private static final Actor ANNA = Actor.operator("anna");

    @TempDir
    Path folder;

    private SharedTime time;
    private Outside outside;
    private NodeSettings settings;

    /** A document as the shop's mail still has it. */
    private record Mailed(String sale, Document document, byte[] pdf) {}

    @BeforeEach
    void open() {
        time = SharedTime.in(folder.resolve("time"));
        outside = new Outside(folder, time, Duration.ZERO);
        NodeSettings.Builder builder = NodeSettings.builder();
        settings = builder.database("jdbc:sqlite:" + folder.resolve("book.db"))
                .node("node")
                .skew(Duration.ZERO)
                .atOnce(4)
                .pageSize(100)
                .time(folder.resolve("time").toString())
                .refreshToken(outside.allegro().accounts().mintRefreshToken())
                .mails(outside.mails().toString())
                .liveFrom(time.instant())
                .allegroUrl(outside.allegro().baseUrl())
                .inpostUrl(outside.inpost().baseUrl())
                .packetaUrl(outside.packeta().baseUrl())
                .kauflandUrl(outside.kaufland().baseUrl())
                .build();
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void nothingThatWasDoneSinceTheBackupIsDoneAgain() throws IOException {
        place("16001", "Kubek");
        place("16002", "Ręcznik");
        visit(hub -> pull(hub));
        Instant backup = time.instant();
        Path copy = Files.copy(folder.resolve("book.db"), folder.resolve("backup.db"));
        place("16003", "Lampa");
        List<Mailed> mail = new ArrayList<>();
        visit(hub -> {
            work(hub);
            hub.orders().find(OrderQuery.all()).orders().forEach(order -> mail.addAll(documents(hub, order)));
        });
        assertThat(mail).as("the lost hour issued an invoice for each").hasSize(3);
        assertThat(outside.inpost().counters().live())
                .as("and announced a parcel")
                .hasSize(3);

        restore(copy);
        place("16004", "Kubek");
        visit(hub -> {
            // Its last refresh token was lost with the book.
            hub.tokens(Shop.ALLEGRO)
                    .store(new Tokens(
                            "", Optional.of(outside.allegro().accounts().mintRefreshToken()), Instant.EPOCH));
            hub.recovery().begin(backup, ANNA);
            pull(hub);
            mail.forEach(mailed -> handIn(hub, mailed));
            hub.recovery().documentsComplete(ANNA);
            work(hub);
            assertThat(hub.effects().list(EffectFilter.in(EffectState.IN_DOUBT)))
                    .isEmpty();
            hub.recovery().finish(ANNA);
            assertNumbersAreGapless(hub);
            assertThat(hub.orders().find(OrderQuery.all()).orders())
                    .allSatisfy(order -> assertThat(hub.shipments().of(order.id()))
                            .as("parcels of order " + order.number() + ", which is " + order.status())
                            .hasSize(1));
        });

        assertThat(outside.inpost().counters().live())
                .hasSize(4)
                .allSatisfy((reference, parcels) -> assertThat(parcels).isEqualTo(1));
        assertThat(outside.inpost().counters().duplicates()).isEmpty();
        assertThat(outside.allegro().counters().duplicates()).isEmpty();
        assertThat(outside.allegro().counters().forms()).hasSize(4).allSatisfy(form -> {
            assertThat(form.shipmentsByWaybill().values()).containsExactly(1);
            assertThat(form.invoicesByNumber().values()).containsExactly(1);
            assertThat(form.uploadsByNumber().values()).containsExactly(1);
            assertThat(form.fulfillmentWrites()).containsExactly("PROCESSING");
        });
    }

    private void place(String offer, String name) {
        time.advance(Duration.ofSeconds(20));
        AllegroOrderScript.Builder order = AllegroOrderScript.builder();
        outside.allegro()
                .buyers()
                .placeReady(order.marketplace(AllegroMarketplace.PL)
                        .buyer(AllegroBuyer.sample(AllegroMarketplace.PL))
                        .addLines(AllegroLine.of(offer, "SKU-" + offer, name, 1, "29.90"))
                        .build());
    }

    private interface Visit {
        void of(OrderHub hub);
    }

    private void visit(Visit visit) {
        try (NodeDatabase database = NodeDatabase.open(settings);
                OrderHub hub = Shop.open(database.stores(), settings)) {
            visit.of(hub);
        }
    }

    private static void pull(OrderHub hub) {
        for (ConnectionId connection : Shop.CONNECTIONS) {
            hub.pull(connection);
        }
    }

    /** Works until nothing is due within an hour. */
    private void work(OrderHub hub) {
        for (int round = 0; round < 80; round++) {
            pull(hub);
            hub.effects().runDue();
            time.advance(Duration.ofSeconds(45));
        }
    }

    private static List<Mailed> documents(OrderHub hub, Order order) {
        return hub.documents().of(order.id()).stream()
                .map(document -> new Mailed(
                        order.number(),
                        document,
                        hub.documents().pdf(document.id()).orElseThrow()))
                .toList();
    }

    private static void handIn(OrderHub hub, Mailed mailed) {
        Order order = hub.orders()
                .find(OrderQuery.builder().number(mailed.sale()).build())
                .orders()
                .get(0);
        hub.recovery()
                .documentIssued(
                        IssuedDocument.invoice(
                                order.id(),
                                mailed.document().number(),
                                mailed.document().issuedAt(),
                                Optional.of(mailed.pdf())),
                        ANNA);
    }

    private void restore(Path copy) throws IOException {
        for (String left : List.of("book.db-wal", "book.db-shm")) {
            Files.deleteIfExists(folder.resolve(left));
        }
        Files.copy(copy, folder.resolve("book.db"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void assertNumbersAreGapless(OrderHub hub) {
        List<String> numbers = hub.orders().find(OrderQuery.all()).orders().stream()
                .flatMap(order -> hub.documents().of(order.id()).stream())
                .map(Document::number)
                .sorted()
                .toList();
        assertThat(numbers).hasSize(4).doesNotHaveDuplicates();
        String first = numbers.get(0);
        String last = numbers.get(3);
        assertThat(Integer.parseInt(last.substring(last.length() - 4))
                        - Integer.parseInt(first.substring(first.length() - 4)))
                .as("from " + first + " to " + last)
                .isEqualTo(3);
    }
}
