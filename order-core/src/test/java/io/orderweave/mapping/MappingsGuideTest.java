package io.orderweave.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.event.Actor;
import io.orderweave.id.StatusId;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.shipment.CourierStatusMap;
import io.orderweave.shipment.Milestone;
import io.orderweave.testing.SchemaCheck;
import io.orderweave.testing.TestShop;
import io.orderweave.written.WrittenFault;
import io.orderweave.written.WrittenJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/mappings.md} says what the library reads, and the published schema too. {@code -Dorderweave.rewrite=true} writes the schema
 * anew: its differences are then for a person to read.
 */
class MappingsGuideTest {

    private static final Path PAGE = Path.of("../docs/mappings.md");
    private static final Path SCHEMA = Path.of("src/main/resources/io/orderweave/mapping/mappings.schema.json");
    private static final ObjectMapper MAPPER = WrittenJson.mapper().build();

    @Test
    void areTheSameMappingsInJavaAndInJson() throws IOException {
        assertThat(MappingSets.parse(blocks("json").get(0))).isEqualTo(inJava());
    }

    @Test
    void saysOfFaultsWhatThePageSays() throws IOException {
        List<String> told =
                MappingSets.problems("""
                        {"version": 1, "connections": {"allegro": {"inbond": {}, "outbound": {"shipped": "shiped"}}}}""").stream().map(WrittenFault::toString).toList();

        assertThat(blocks("text").get(0).lines().skip(1)).containsExactlyElementsOf(told);
    }

    @Test
    void namesEveryTableEveryIntentAndEveryMilestone() throws IOException {
        String page = Files.readString(PAGE);

        MappingReading.TABLES.forEach(table -> assertThat(page).contains("| `" + table + "` |"));
        for (StatusIntent intent : StatusIntent.values()) {
            assertThat(page).contains("`" + intent.name().toLowerCase(Locale.ROOT) + "`");
        }
        for (Milestone milestone : Milestone.values()) {
            assertThat(page).contains("`" + milestone.name().toLowerCase(Locale.ROOT) + "`");
        }
    }

    @Test
    void putsMappingsInForce() {
        OrderHub hub = new TestShop().open();
        Actor anna = Actor.operator("anna");
        MappingSet mappings = TestShop.mapping(TestShop.statusMap()).version(2).build();

        List<String> problems = hub.mappings().problems(mappings);

        MappingSet inForce = hub.mappings().apply(mappings, anna, "the marketplace has a new status");

        Optional<MappingSet> before = hub.mappings().version(1);

        assertThat(problems).isEmpty();
        assertThat(inForce).isEqualTo(hub.mappings().current());
        assertThat(before).contains(TestShop.mappings());
    }

    @Test
    void standsInThePageAsItIsHere() throws IOException {
        String here = squeezed(Files.readString(Path.of("src/test/java/io/orderweave/mapping/MappingsGuideTest.java")));

        assertThat(blocks("java"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(here).contains(squeezed(block)));
    }

    @Test
    void publishesTheSchemaOfWhatItReads() throws IOException {
        String expected = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MappingSchema.generate()) + "\n";
        if (Boolean.getBoolean("orderweave.rewrite")) {
            Files.createDirectories(SCHEMA.getParent());
            Files.writeString(SCHEMA, expected);
        }

        assertThat(Files.readString(SCHEMA)).isEqualTo(expected);
    }

    @Test
    void acceptsBySchemaTheExampleAndWhateverItWrites() throws IOException {
        SchemaCheck schema = new SchemaCheck(MappingSchema.generate());

        assertThat(schema.accepts(MAPPER.readTree(blocks("json").get(0)))).isTrue();
        assertThat(schema.accepts(MAPPER.readTree(MappingSets.write(MappingSetsTest.MAPPINGS))))
                .isTrue();
    }

    @Test
    void refusesBySchemaWhatReadingRefuses() throws IOException {
        SchemaCheck schema = new SchemaCheck(MappingSchema.generate());
        JsonNode good = MAPPER.readTree(blocks("json").get(0));
        for (String[] fault : new String[][] {
            {"", "colour", "red"},
            {"", "version", "one"},
            {"/connections", "allegro", "all"},
            {"/connections/allegro", "inbond", "x"},
            {"/connections/allegro/inbound", "NEW", "a b"},
            {"/connections/allegro/outbound", "shipped", "shiped"},
            {"/connections/allegro/paymentMethods", "COD", " "},
            {"/connections/inpost/milestones", "deliverd", "delivered"},
        }) {
            JsonNode broken = good.deepCopy();
            ((ObjectNode) broken.at(fault[0])).put(fault[1], fault[2]);

            assertThat(schema.accepts(broken)).as(fault[0] + "/" + fault[1]).isFalse();
            assertThat(MappingSets.problems(broken.toString()))
                    .as(fault[0] + "/" + fault[1])
                    .isNotEmpty();
        }
        JsonNode without = good.deepCopy();
        ((ObjectNode) without).remove("version");
        assertThat(schema.accepts(without)).isFalse();
    }

    private static MappingSet inJava() {
        MappingSet mappings = MappingSet.builder()
                .version(2)
                .note("The marketplace has a new status since March.")
                .putStatusMap(
                        new ConnectionId("allegro"),
                        StatusMap.builder()
                                .putInbound("READY_FOR_PROCESSING", new StatusId("new"))
                                .putInbound("SUSPENDED", new StatusId("waiting"))
                                .putInbound("CANCELLED", new StatusId("cancelled"))
                                .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                                .putOutbound(new StatusId("shipped"), StatusIntent.SHIPPED)
                                .build())
                .putDictionary(
                        new ConnectionId("allegro"),
                        Dictionary.builder()
                                .putPaymentMethod("CASH_ON_DELIVERY", "cash-on-delivery")
                                .putDeliveryMethod("Kurier", "courier")
                                .build())
                .putCourierStatusMap(
                        new ConnectionId("inpost"),
                        new CourierStatusMap(Map.of(
                                Milestone.DISPATCHED, new StatusId("shipped"),
                                Milestone.DELIVERED, new StatusId("delivered"))))
                .build();
        return mappings;
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
