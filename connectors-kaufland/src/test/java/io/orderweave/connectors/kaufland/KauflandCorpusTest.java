package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.channel.Storefront;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.http.LenientJson;
import io.orderweave.http.RawJson;
import io.orderweave.referee.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents made of the published specifications, of today and of two years ago, where they are known. Whatever is absent, null, of another type, new or more than published is
 * read, or said to be unreadable; nothing crashes.
 */
class KauflandCorpusTest {

    private static final String NOW = "kaufland-openapi.json";
    private static final String BEFORE = "kaufland-openapi-2.17.2.json";

    private static @Nullable Path specifications;

    @BeforeAll
    static void find() {
        specifications = ReferenceData.required("specs", "Kaufland's specifications");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOW, BEFORE})
    void readsOrdersInEveryVariationOrSaysWhyNot(String specification) throws IOException {
        SpecificationExamples examples = open(specification);
        ObjectNode answer = examples.answer("/orders/{id_order}", "get", "200");
        KauflandOrderMapper mapper = new KauflandOrderMapper();
        String id = answer.at("/data/id_order").asText();

        assertThat(mapper.item(id, raw(answer))).isInstanceOf(OrderFeed.Item.Changed.class);
        int read = 0;
        List<JsonNode> variations = examples.variations(answer, "/orders/{id_order}", "get", "200");
        for (JsonNode variation : variations) {
            OrderFeed.Item item = mapper.item(id, raw(variation));
            read += item instanceof OrderFeed.Item.Changed ? 1 : 0;
        }
        assertThat(variations).hasSizeGreaterThan(400);
        assertThat(read).as("most of it is not needed").isGreaterThan(variations.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOW, BEFORE})
    void readsOffersInEveryVariationOrSaysWhyNot(String specification) throws IOException {
        SpecificationExamples examples = open(specification);
        ObjectNode answer = examples.answer("/units", "get", "200");
        Storefront storefront = new Storefront("de");

        assertThat(KauflandOfferMapper.item(storefront, row(answer))).isInstanceOf(CatalogFeed.Item.Changed.class);
        int read = 0;
        int rows = 0;
        for (JsonNode variation : examples.variations(answer, "/units", "get", "200")) {
            for (RawJson row : raw(variation).elements("data")) {
                rows++;
                read += KauflandOfferMapper.item(storefront, row) instanceof CatalogFeed.Item.Changed ? 1 : 0;
            }
        }
        assertThat(read).isGreaterThan(rows / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOW, BEFORE})
    void readsReturnsInEveryVariationOrSaysWhyNot(String specification) throws IOException {
        SpecificationExamples examples = open(specification);
        ObjectNode answer = examples.answer("/returns/{id_return}", "get", "200");
        KauflandReturnMapper mapper = new KauflandReturnMapper();
        long unit = answer.at("/data/return_units/0/id_order_unit").asLong();
        KauflandOrderDto order = Objects.requireNonNull(Fixture.order()
                .unit(0, first -> first.put("id_order_unit", unit))
                .raw()
                .as(KauflandOrderDto.Envelope.class)
                .data());
        KauflandOrderUnits.Units units = new KauflandOrderUnits.Units(order, KauflandLine.of(order));

        assertThat(mapper.item("1", raw(answer), id -> Optional.of(units))).isInstanceOf(ReturnFeed.Item.Changed.class);
        int read = 0;
        List<JsonNode> variations = examples.variations(answer, "/returns/{id_return}", "get", "200");
        for (JsonNode variation : variations) {
            ReturnFeed.Item item = mapper.item("1", raw(variation), id -> Optional.of(units));
            read += item instanceof ReturnFeed.Item.Changed ? 1 : 0;
        }
        assertThat(read).isGreaterThan(variations.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOW, BEFORE})
    void readsEveryOtherAnswerOrRefusesItAsJson(String specification) throws IOException {
        SpecificationExamples examples = open(specification);
        Map<String, Class<?>> answers = Map.of(
                "get /info/storefront 200", KauflandStorefrontsDto.class,
                "get /carriers 200", KauflandCarriersDto.class,
                "get /order-units/{id_order_unit} 200", KauflandOrderUnitDto.class,
                "post /order-invoices/{id_order} 201", KauflandInvoiceDto.Envelope.class,
                "post /units/bulk 207", KauflandBulkDto.class,
                "get /subscriptions 200", KauflandSubscriptionsDto.class);
        for (Map.Entry<String, Class<?>> known : answers.entrySet()) {
            String[] operation = known.getKey().split(" ", -1);
            ObjectNode answer = examples.answer(operation[1], operation[0], operation[2]);
            assertThatCode(() -> raw(answer).as(known.getValue()))
                    .as(known.getKey())
                    .doesNotThrowAnyException();
            for (JsonNode variation : examples.variations(answer, operation[1], operation[0], operation[2])) {
                assertThat(readsOrRefuses(raw(variation), known.getValue()))
                        .as(known.getKey())
                        .isTrue();
            }
        }
    }

    private static boolean readsOrRefuses(RawJson raw, Class<?> type) {
        try {
            return raw.as(type) != null;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static SpecificationExamples open(String specification) throws IOException {
        return new SpecificationExamples(LenientJson.mapper()
                .readTree(Files.readAllBytes(
                        Objects.requireNonNull(specifications).resolve(specification))));
    }

    private static RawJson row(JsonNode answer) throws IOException {
        return raw(answer).elements("data").get(0);
    }

    private static RawJson raw(JsonNode json) throws IOException {
        return RawJson.parse(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
