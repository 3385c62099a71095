package io.orderweave.internal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.OrderHub;
import io.orderweave.id.IdSource;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.OrderRecord;
import io.orderweave.internal.json.Json;
import io.orderweave.journal.Rehearsal;
import io.orderweave.payment.Payment;
import io.orderweave.rule.Decision;
import io.orderweave.shipment.Shipment;
import io.orderweave.store.JournalRow;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.StoredEffect;
import io.orderweave.store.StoredRecord;
import io.orderweave.store.Stores;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A journal as a release wrote it, decided upon again: whatever changes in the library must decide identically on it, or list the
 * difference here. A new release adds a file, written by {@code -Dorderweave.golden.journal=<name>}; files are never rewritten.
 */
class GoldenJournalTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/journals");
    private static final List<RecordCollection> KEPT = List.of(
            RecordCollections.ORDERS,
            RecordCollections.DOCUMENTS,
            RecordCollections.PAYMENTS,
            RecordCollections.SHIPMENTS,
            RecordCollections.DECISIONS);

    @Test
    void decidesOnJournalsOfEveryReleaseAsThatReleaseDid() throws IOException {
        String wanted = System.getProperty("orderweave.golden.journal");
        if (wanted != null) {
            write(FOLDER.resolve(wanted + ".json"));
        }
        try (var files = Files.list(FOLDER)) {
            List<Path> journals = files.sorted().toList();
            assertThat(journals).isNotEmpty();
            for (Path journal : journals) {
                Rehearsal rehearsal = rehearse(journal);
                rehearsal.requireSame();
                assertThat(rehearsal.orders()).isGreaterThan(5);
            }
        }
    }

    private Rehearsal rehearse(Path journal) throws IOException {
        JsonNode stored = new ObjectMapper().readTree(Files.readString(journal));
        TestShop copy = new TestShop();
        Instant end = Instant.parse(stored.get("end").asText());
        copy.clock.advance(Duration.between(copy.clock.instant(), end));
        fill(copy.stores, stored);
        OrderHub hub = copy.builderWith(
                        TestShop.connection().liveFrom(TestOrders.NOON).build())
                .rules(Sets.rich())
                .build();
        return hub.journal().rehearse(Sets.rich(), Instant.EPOCH, end);
    }

    private static void fill(Stores stores, JsonNode stored) {
        Book book = new Book(stores, Clock.systemUTC(), new IdSource(Clock.systemUTC()));
        stores.transactor().inTransaction(() -> {
            stored.get("records").forEach(record -> insert(book, record));
            stored.get("entries").forEach(row -> stores.journal().append(List.of(row(row))));
            stored.get("effects").forEach(effect -> stores.effects().insertIfAbsent(effect(effect)));
            return true;
        });
    }

    /** Under the index values that this release gives it. */
    private static void insert(Book book, JsonNode record) {
        JsonNode json = record.get("json");
        switch (record.get("collection").asText()) {
            case "orders" -> book.orders().insertNew(Json.read(json, OrderRecord.class));
            case "documents" -> book.documents().insertNew(Json.read(json, DocumentRecord.class));
            case "payments" -> book.payments().insertNew(Json.read(json, Payment.class));
            case "shipments" -> book.shipments().insertNew(Json.read(json, Shipment.class));
            case "decisions" -> book.decisions().insertNew(Json.read(json, Decision.class));
            default -> throw new IllegalArgumentException("an unknown collection");
        }
    }

    /** A shop lives for a while under the rich set. */
    private static void write(Path file) throws IOException {
        ShopHistory history = new ShopHistory(Sets.rich(), 5);
        history.live(40);
        Stores stores = history.shop.stores;
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode journal = mapper.createObjectNode();
        journal.put("end", history.shop.clock.instant().toString());
        var records = journal.putArray("records");
        var entries = journal.putArray("entries");
        var effects = journal.putArray("effects");
        for (RecordCollection collection : KEPT) {
            for (StoredRecord record :
                    stores.records().find(RecordQuery.all(collection)).records()) {
                records.add(record(record));
                if (collection.equals(RecordCollections.ORDERS)) {
                    String subject = "order/" + record.key().id();
                    stores.journal().read(subject, 1, 1_000).forEach(row -> entries.add(row(row)));
                    stores.effects().ofSubject(subject).forEach(effect -> effects.add(effect(effect)));
                }
            }
        }
        Files.createDirectories(FOLDER);
        Files.writeString(file, mapper.writeValueAsString(journal) + "\n");
    }

    private static ObjectNode record(StoredRecord record) {
        ObjectNode json = Json.object();
        json.put("collection", record.key().collection().name());
        json.put("id", record.key().id());
        json.set("json", Json.tree(record.content().json()));
        return json;
    }

    private static ObjectNode row(JournalRow row) {
        ObjectNode json = Json.object();
        json.put("id", row.id());
        json.put("subject", row.subject());
        json.put("sequence", row.sequence());
        json.put("at", row.at().toString());
        json.put("event", row.event());
        row.cause().ifPresent(cause -> json.put("cause", cause));
        json.put("snapshot", row.snapshot());
        json.set("json", Json.tree(row.json()));
        return json;
    }

    private static JournalRow row(JsonNode json) {
        return new JournalRow(
                json.get("id").asText(),
                json.get("subject").asText(),
                json.get("sequence").asLong(),
                Instant.parse(json.get("at").asText()),
                json.get("event").asText(),
                text(json, "cause"),
                json.get("snapshot").asBoolean(),
                bytes(json.get("json")));
    }

    private static ObjectNode effect(StoredEffect effect) {
        ObjectNode json = Json.object();
        json.put("key", effect.key());
        json.put("subject", effect.subject());
        json.put("kind", effect.kind());
        effect.connection().ifPresent(connection -> json.put("connection", connection));
        json.put("state", effect.state());
        effect.due().ifPresent(due -> json.put("due", due.toString()));
        json.put("createdAt", effect.createdAt().toString());
        json.put("schema", effect.schema());
        json.set("json", Json.tree(effect.json()));
        return json;
    }

    private static StoredEffect effect(JsonNode json) {
        return new StoredEffect(
                json.get("key").asText(),
                json.get("subject").asText(),
                json.get("kind").asText(),
                text(json, "connection"),
                json.get("state").asText(),
                text(json, "due").map(Instant::parse),
                Instant.parse(json.get("createdAt").asText()),
                1,
                json.get("schema").asInt(),
                bytes(json.get("json")));
    }

    private static Optional<String> text(JsonNode json, String part) {
        return Optional.ofNullable(json.get(part)).map(JsonNode::asText);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
