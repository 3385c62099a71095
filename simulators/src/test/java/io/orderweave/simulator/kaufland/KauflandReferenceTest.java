package io.orderweave.simulator.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.simulator.ReferenceData;
import io.orderweave.simulator.TestHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer of the simulator is what the published specification says of its operation: fields, types, values. */
class KauflandReferenceTest extends KauflandTestCase {

    private JsonNode specification = new ObjectMapper().createObjectNode();
    private String order = "";

    @BeforeEach
    void read() throws Exception {
        specification = new ObjectMapper()
                .readTree(ReferenceData.folder("specs")
                        .resolve("kaufland-openapi.json")
                        .toFile());
        order = kaufland.buyers()
                .placeReady(KauflandOrderScript.builder()
                        .from(mugs())
                        .pickup(new KauflandPickupLocation("260", "DHL", "DHL", "x", Optional.of("99")))
                        .build());
    }

    @Test
    void ordersAreAsPublished() throws Exception {
        kaufland.platform().provideInvoice(order, 5, "x.pdf");

        assertPublished("/orders", "get", client.get("/orders"));
        assertPublished(
                "/orders/{id_order}",
                "get",
                client.get("/orders/" + order + "?embedded=delivery&embedded=order_invoices"));
        assertPublished("/order-units/{id_order_unit}", "get", client.get("/order-units/" + unit(order, 0)));
        assertPublished("/carriers", "get", client.get("/carriers"));
        assertPublished("/info/storefront", "get", client.get("/info/storefront"));
    }

    @Test
    void invoicesAreAsPublished() throws Exception {
        String data = Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        Reply upload = client.send(
                "POST",
                "/order-invoices/" + order,
                "{'original_name':'x.pdf','mime_type':'application/pdf','data':'" + data + "'}");

        assertPublished("/order-invoices/{id_order}", "post", upload);
        assertPublished("/order-invoices", "get", client.get("/order-invoices"));
    }

    @Test
    void returnsAreAsPublished() throws Exception {
        kaufland.platform().setUnitStatus(unit(order, 0), "sent");
        long id = kaufland.buyers().announceReturn(order, List.of(unit(order, 0)), "defect", "x");

        assertPublished("/returns", "get", client.get("/returns"));
        assertPublished("/returns/{id_return}", "get", client.get("/returns/" + id + "?embedded=return_units"));
    }

    @Test
    void offersAreAsPublished() throws Exception {
        long offer = kaufland.platform().offer(offer("TAS"));

        assertPublished("/units", "get", client.get("/units?storefront=de&embedded=products"));
        assertPublished("/units/{id_unit}", "get", client.get("/units/" + offer + "?storefront=de"));
        assertPublished(
                "/units/{id_unit}",
                "patch",
                client.send("PATCH", "/units/" + offer + "?storefront=de", "{'amount':1}"));
        assertPublished(
                "/units/bulk",
                "post",
                client.send(
                        "POST",
                        "/units/bulk?storefront=de",
                        "[{'id_unit':" + offer + ",'unit_data':{'amount':1}},"
                                + "{'id_unit':1,'unit_data':{'amount':1}}]"));
    }

    @Test
    void refusalsAreAsPublished() throws Exception {
        assertPublished("/orders/{id_order}", "get", client.get("/orders/MNOSUCH"));
        assertPublished("/orders", "get", client.get("/orders?limit=0"));
        assertPublished(
                "/order-units/{id_order_unit}/cancel",
                "patch",
                client.send("PATCH", "/order-units/" + unit(order, 0) + "/cancel", "{'reason':'Mood'}"));
        kaufland.platform().setUnitStatus(unit(order, 0), "sent");
        assertPublished(
                "/order-units/{id_order_unit}/cancel",
                "patch",
                client.send("PATCH", "/order-units/" + unit(order, 0) + "/cancel", "{'reason':'NoInventory'}"));
    }

    private void assertPublished(String path, String method, Reply reply) throws Exception {
        JsonNode answer = specification
                .path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(reply.status()));
        assertThat(answer.isMissingNode())
                .as("%s %s may answer %s", method, path, reply.status())
                .isFalse();
        List<String> faults = new ArrayList<>();
        JsonNode schema = answer.path("content").path("application/json").path("schema");
        check("$", KauflandClient.body(reply), schema, faults);
        assertThat(faults).as("%s %s", method, path).isEmpty();
    }

    /** The part of JSON Schema that the specification uses. */
    private void check(String at, JsonNode value, JsonNode schemaOrReference, List<String> faults) {
        JsonNode schema = resolved(schemaOrReference);
        if (value.isNull()) {
            if (!schema.path("nullable").asBoolean()) {
                faults.add(at + " is null");
            }
            return;
        }
        for (JsonNode part : schema.path("allOf")) {
            check(at, value, part, faults);
        }
        if (schema.has("anyOf")) {
            checkAny(at, value, schema.path("anyOf"), faults);
        }
        if (!isOfType(value, schema.path("type").asText(""))) {
            faults.add(at + " is no " + schema.path("type").asText());
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(at + " is " + value);
        }
        value.forEach(element -> {
            if (value.isArray()) {
                check(at + "[]", element, schema.path("items"), faults);
            }
        });
        if (value.isObject() && schema.has("properties")) {
            checkProperties(at, value, schema, faults);
        }
    }

    private void checkAny(String at, JsonNode value, JsonNode choices, List<String> faults) {
        List<List<String>> tries = new ArrayList<>();
        choices.forEach(choice -> {
            List<String> one = new ArrayList<>();
            check(at, value, choice, one);
            tries.add(one);
        });
        if (tries.stream().noneMatch(List::isEmpty)) {
            faults.add(at + " fits none of " + tries);
        }
    }

    private void checkProperties(String at, JsonNode value, JsonNode schema, List<String> faults) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + " lacks " + name.asText());
            }
        });
        value.fields().forEachRemaining(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (known.isMissingNode()) {
                faults.add(at + " has " + field.getKey());
            } else {
                check(at + "." + field.getKey(), field.getValue(), known, faults);
            }
        });
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(specification.at(schema.path("$ref").asText().substring(1)))
                : schema;
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    /** Without case: storefronts have small letters in the specification's lists and capitals in its examples. */
    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.asText().equalsIgnoreCase(value.asText())) {
                return true;
            }
        }
        return false;
    }
}
