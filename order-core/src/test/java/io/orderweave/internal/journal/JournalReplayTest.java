package io.orderweave.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.OrderHub;
import io.orderweave.effect.Origin;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.internal.json.Json;
import io.orderweave.journal.JournalEntry;
import io.orderweave.money.Money;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.JournalRow;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any past version of an order can be rebuilt from its journal. */
class JournalReplayTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final int ENTRIES = 260;

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));

    private Order imported() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private void changeSomehow(OrderId id, Random random, int step) {
        String tag = "t" + random.nextInt(6);
        switch (random.nextInt(7)) {
            case 0 -> hub.orders().addTag(id, tag, ANNA);
            case 1 -> hub.orders().removeTag(id, tag, ANNA);
            case 2 -> hub.orders().addNote(id, "note " + step, Note.Audience.INTERNAL, ANNA);
            case 3 -> hub.orders().hold(id, tag, "step " + step, ANNA);
            case 4 -> hub.orders().release(id, tag, ANNA);
            case 5 -> hub.orders().setStatus(id, new StatusId(random.nextBoolean() ? "packing" : "paid"), ANNA);
            default -> hub.payments().record(id, Money.of("0.01", "PLN"), ANNA);
        }
    }

    @Test
    void theOrderAtAnySequenceIsTheOrderAsItWas() {
        long seed = 20260301;
        Random random = new Random(seed);
        Order order = imported();
        List<Order> versions = new ArrayList<>();
        while (versions.size() < ENTRIES) {
            Order now = hub.orders().find(order.id()).orElseThrow();
            hub.journal()
                    .history(Subject.of(order.id()), versions.size() + 1L, 1000)
                    .forEach(entry -> versions.add(now));
            changeSomehow(order.id(), random, versions.size());
        }

        for (int sequence = 1; sequence <= ENTRIES; sequence++) {
            assertThat(hub.journal().orderAt(order.id(), sequence))
                    .as("seed %s, sequence %s", seed, sequence)
                    .contains(versions.get(sequence - 1));
        }
        assertThat(hub.journal().orderAt(order.id(), 0)).isEmpty();
        assertThat(hub.journal().orderAt(order.id(), 100_000)).isEmpty();
    }

    @Test
    void theFirstAndEveryFiftiethEntryHoldTheWholeRecord() {
        Order order = imported();
        for (int i = 0; i < 120; i++) {
            hub.orders().addNote(order.id(), "note " + i, Note.Audience.INTERNAL, ANNA);
        }

        assertThat(hub.journal().history(Subject.of(order.id()), 1, 1000))
                .filteredOn(JournalEntry::snapshot)
                .extracting(JournalEntry::sequence)
                .containsExactly(1L, 50L, 100L);
        assertThat(hub.journal()
                        .history(Subject.of(order.id()), 50, 1)
                        .get(0)
                        .difference()
                        .get("id")
                        .asText())
                .isEqualTo(order.id().value());
    }

    @Test
    void theFirstEntryAfterAChangeOfSchemaHoldsTheWholeRecord() {
        JsonNode record = Json.object().put("a", 1);
        JournalWriter writer = new JournalWriter(new Subject("order", "o1"), 1, 7, record, true);

        JournalRow first = row(writer, Json.object().put("a", 2));
        JournalRow second = row(writer, Json.object().put("a", 3));

        assertThat(first.snapshot()).isTrue();
        assertThat(first.sequence()).isEqualTo(8);
        assertThat(second.snapshot()).isFalse();
        assertThat(Json.read(second.json(), EntryContent.class).difference().toString())
                .isEqualTo("{\"in\":{\"a\":{\"set\":3}}}");
    }

    private static JournalRow row(JournalWriter writer, JsonNode after) {
        EntryId id = new EntryId("n" + writer.sequence());
        return writer.entry(
                new JournalWriter.Heading(id, java.time.Instant.EPOCH, ANNA, Origin.of(id), Optional.empty()),
                new OrderEvent.Placed(),
                after);
    }

    @Test
    void aHistoryIsReadInParts() {
        Order order = imported();
        hub.orders().addTag(order.id(), "x", ANNA);

        List<JournalEntry> all = hub.journal().history(Subject.of(order.id()), 1, 100);
        assertThat(hub.journal().history(Subject.of(order.id()), 2, 1)).containsExactly(all.get(1));
        JournalEntry last = all.get(all.size() - 1);
        assertThat(last.event()).contains(new OrderEvent.TagAdded("x"));
        assertThat(last.actor()).isEqualTo(ANNA);
        assertThat(last.cause()).isEmpty();
        assertThat(last.at()).isEqualTo(shop.clock.instant());
        assertThat(last.difference().toString()).contains("tags").doesNotContain("lines");
    }

    @Test
    void anEventOfANewerVersionReadsAsAnEntryWithoutEvent() {
        MemoryStores stores = MemoryStores.create(shop.clock);
        EntryContent content = new EntryContent(
                ANNA,
                Origin.of(new EntryId("n1")),
                Json.object().put("new", true),
                1,
                NullNode.getInstance(),
                Optional.empty(),
                Optional.empty());
        stores.journal()
                .append(List.of(new JournalRow(
                        "n1",
                        "order/o1",
                        1,
                        shop.clock.instant(),
                        "order.teleported/3",
                        Optional.of("n0"),
                        true,
                        Json.bytes(content))));

        JournalEntry entry =
                new JournalReader(stores.journal()).find(new EntryId("n1")).orElseThrow();

        assertThat(entry.event()).isEmpty();
        assertThat(entry.name()).isEqualTo(new EventName("order.teleported", 3));
        assertThat(entry.cause()).contains(new EntryId("n0"));
        assertThat(entry.difference().isNull()).isTrue();
        assertThat(new JournalReader(stores.journal()).find(new EntryId("none")))
                .isEmpty();
    }

    @Test
    void aKnownNameOfAnotherVersionReadsAsAnEntryWithoutEvent() {
        Event placed = new OrderEvent.Placed();

        assertThat(EventTypes.read(new EventName("order.placed", 2), Json.tree(placed)))
                .isEmpty();
        assertThat(EventTypes.read(placed.eventName(), Json.tree(placed))).contains(placed);
    }

    @Test
    void entriesPrintNothingOfTheirContent() {
        Order order = imported();

        assertThat(hub.journal().history(Subject.of(order.id()), 1, 1).toString())
                .doesNotContain("Przykładowy", "Polna");
    }
}
