package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connectors.allegro.JsonVariations.Variation;
import io.orderweave.http.LenientJson;
import io.orderweave.http.RawJson;
import io.orderweave.referee.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every document that the connector reads, with each of its parts varied: it is read or quarantined, never a crash. Our own
 * documents always; the published examples, which are not part of this project, where {@code ORDERWEAVE_REFERENCE} names their
 * folder.
 */
class AllegroRobustnessTest {

    private static final AllegroOrderMapper ORDERS = new AllegroOrderMapper();
    private static final AllegroOfferMapper OFFERS = new AllegroOfferMapper();

    private static final Map<String, List<String>> WORDS = Map.of(
            "/status", List.of("BOUGHT", "FILLED_IN", "READY_FOR_PROCESSING", "CANCELLED"),
            "/fulfillment/status",
                    List.of(
                            "NEW",
                            "PROCESSING",
                            "READY_FOR_SHIPMENT",
                            "READY_FOR_PICKUP",
                            "SENT",
                            "PICKED_UP",
                            "CANCELLED",
                            "SUSPENDED",
                            "RETURNED"),
            "/payment/type", List.of("CASH_ON_DELIVERY", "WIRE_TRANSFER", "ONLINE", "SPLIT_PAYMENT", "EXTENDED_TERM"),
            "/payment/provider", List.of("PAYU", "P24", "AF", "OFFLINE", "EPT"),
            "/fulfillment/provider/id", List.of("SELLER", "ALLEGRO"),
            "/fulfillment/shipmentSummary/lineItemsSent", List.of("NONE", "SOME", "ALL"));

    /** Reads a document as the connector does; what it returns is a read or a quarantined item. */
    private interface Reader {
        Object read(RawJson document) throws JsonProcessingException;
    }

    static Stream<Arguments> documents() throws IOException {
        return Stream.concat(ours(), published());
    }

    private static Stream<Arguments> ours() throws IOException {
        return Stream.of(
                Arguments.of("prepaid-locker", Fixture.prepaidLocker().form(), (Reader) AllegroRobustnessTest::order),
                Arguments.of(
                        "cash-on-delivery", Fixture.cashOnDelivery().form(), (Reader) AllegroRobustnessTest::order),
                Arguments.of("bought", Fixture.bought().form(), (Reader) AllegroRobustnessTest::order),
                Arguments.of(
                        "customer-return", resource("customer-return"), (Reader) AllegroRobustnessTest::customerReturn),
                Arguments.of("offer", resource("offer"), (Reader) AllegroRobustnessTest::offer));
    }

    private static Stream<Arguments> published() throws IOException {
        Optional<Path> known = ReferenceData.find("samples/allegro");
        if (known.isEmpty()) {
            System.err.println("ORDERWEAVE_REFERENCE is not set: Allegro's published examples are not varied");
            return Stream.empty();
        }
        Path samples = known.get();
        return Stream.of(
                Arguments.of(
                        "published form", sample(samples, "spec-checkout-form"), (Reader) AllegroRobustnessTest::order),
                Arguments.of("published return", sample(samples, "spec-customer-return"), (Reader)
                        AllegroRobustnessTest::customerReturn),
                published(samples, "spec-order-events", AllegroEventsDto.class),
                published(samples, "spec-event-stats", AllegroEventStatsDto.class),
                published(samples, "spec-shipments-list", AllegroShipmentsDto.class),
                published(samples, "spec-invoices-list", AllegroInvoicesDto.class),
                published(samples, "spec-carriers", AllegroCarriersDto.class),
                published(samples, "spec-refund-response", AllegroRefundDto.class),
                published(samples, "spec-command-report", AllegroCommandReportDto.class),
                published(samples, "spec-command-tasks", AllegroCommandTasksDto.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void readsOrQuarantinesEveryVariation(String name, JsonNode document, Reader reader) throws Exception {
        List<Variation> variations = JsonVariations.of(document);

        assertThat(variations).hasSizeGreaterThan(20);
        for (Variation variation : variations) {
            try {
                assertThat(reader.read(raw(variation.document())))
                        .as(variation.what())
                        .isNotNull();
            } catch (JsonProcessingException unread) {
                assertThat(unread).as("a call makes it a fault of the contract").isNotNull();
            } catch (RuntimeException e) {
                fail(name + ", where " + variation.what(), e);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void readsAsBeforeWhatHasFieldsNobodyKnows(String name, JsonNode document, Reader reader) throws Exception {
        Object plain = reader.read(raw(document));

        Object more = reader.read(raw(JsonVariations.withUnknownFields(document)));

        assertThat(more).as(name).hasSameClassAs(plain);
        assertThat(more.getClass().getSimpleName()).isNotEqualTo("Unreadable");
    }

    @Test
    void readsAnOrderWithEveryKnownWord() throws Exception {
        for (Map.Entry<String, List<String>> place : WORDS.entrySet()) {
            for (String word : place.getValue()) {
                assertThat(order(withWord(place.getKey(), word)))
                        .as(place.getKey() + " is " + word)
                        .isInstanceOf(OrderFeed.Item.Changed.class);
            }
        }
    }

    private static RawJson withWord(String pointer, String word) throws IOException {
        ObjectNode form = Fixture.prepaidLocker().form();
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? form : form.withObject(pointer.substring(0, slash));
        parent.put(pointer.substring(slash + 1), word);
        return raw(form);
    }

    private static Object order(RawJson form) {
        OrderFeed.Item item = ORDERS.item(form.tree().path("id").asText("none"), form);
        return item;
    }

    private static Object offer(RawJson offer) {
        CatalogFeed.Item item = OFFERS.item(offer.tree().path("id").asText("none"), offer);
        return item;
    }

    /** With an order that has all that is given back, so that the return alone decides. */
    private static Object customerReturn(RawJson document) {
        ReturnFeed.Item item = new AllegroReturnMapper(order -> List.of(
                        new AllegroOrderLines.Line("line-1", "14000000001", 5),
                        new AllegroOrderLines.Line("line-2", "3e895572-9297-4d80-b151-353deb95bff6", 5)))
                .item(document.tree().path("id").asText("none"), document);
        return item;
    }

    private static Arguments published(Path samples, String name, Class<?> type) throws IOException {
        return Arguments.of(name, sample(samples, name), (Reader) document -> document.as(type));
    }

    private static JsonNode sample(Path samples, String name) throws IOException {
        return LenientJson.mapper().readTree(Files.readAllBytes(samples.resolve(name + ".json")));
    }

    private static JsonNode resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(
                AllegroRobustnessTest.class.getResourceAsStream("/allegro/" + name + ".json"), name)) {
            return LenientJson.mapper().readTree(in);
        }
    }

    private static RawJson raw(JsonNode document) throws JsonProcessingException {
        return RawJson.parse(document.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
