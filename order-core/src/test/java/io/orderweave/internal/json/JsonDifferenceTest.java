package io.orderweave.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDifferenceTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("id", "set", "in", "by", "remove", "order", "name");

    private static JsonNode json(String text) {
        return Json.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** As it comes back from the store. */
    private static JsonNode stored(JsonNode node) {
        return Json.tree(Json.bytes(node));
    }

    @Test
    void appliedToTheOneItGivesTheOther() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            JsonNode before = stored(tree(random, 4));
            JsonNode after = stored(random.nextInt(4) == 0 ? tree(random, 4) : changed(random, before));
            JsonNode untouched = before.deepCopy();

            JsonNode difference = stored(JsonDifference.between(before, after));
            JsonNode result = stored(JsonDifference.apply(before, difference));

            assertThat(result)
                    .as("seed %s: %s -> %s by %s", seed, before, after, difference)
                    .isEqualTo(after);
            assertThat(before).as("seed %s", seed).isEqualTo(untouched);
        }
    }

    private static JsonNode tree(Random random, int depth) {
        int kind = depth == 0 ? random.nextInt(4) : random.nextInt(8);
        return switch (kind) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.textNode("t" + random.nextInt(5));
            case 2 -> NODES.numberNode(random.nextInt(5));
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> array(random, depth);
            case 5 -> lines(random, depth);
            default -> object(random, depth);
        };
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), tree(random, depth - 1));
        }
        return object;
    }

    private static ArrayNode array(Random random, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(tree(random, depth - 1));
        }
        return array;
    }

    /** Objects by id; now and then one id is there twice. */
    private static ArrayNode lines(Random random, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            array.add(object(random, depth - 1).put("id", "line" + (random.nextInt(8) == 0 ? 1 : i)));
        }
        return array;
    }

    /** The tree with something changed, added, removed or moved here and there. */
    private static JsonNode changed(Random random, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = object.deepCopy();
            object.fields().forEachRemaining(member -> {
                int what = random.nextInt(6);
                if (what == 0) {
                    result.remove(member.getKey());
                } else if (what < 3) {
                    result.set(member.getKey(), changed(random, member.getValue()));
                }
            });
            if (random.nextInt(3) == 0) {
                result.set(NAMES.get(random.nextInt(NAMES.size())), tree(random, 2));
            }
            return result;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(element -> {
                if (random.nextInt(6) > 0) {
                    elements.add(random.nextBoolean() ? element : changedKeepingId(random, element));
                }
            });
            if (random.nextInt(3) == 0) {
                elements.add(NODES.objectNode().put("id", "added" + random.nextInt(3)));
            }
            if (random.nextInt(3) == 0) {
                Collections.shuffle(elements, random);
            }
            ArrayNode result = NODES.arrayNode();
            elements.forEach(result::add);
            return result;
        }
        return tree(random, 1);
    }

    private static JsonNode changedKeepingId(Random random, JsonNode element) {
        JsonNode result = changed(random, element);
        if (element.has("id") && result instanceof ObjectNode object && random.nextInt(10) > 0) {
            object.set("id", element.get("id"));
        }
        return result;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'a':1}|{'a':1}|null",
                "{'a':1,'b':2}|{'a':1,'b':3}|{'in':{'b':{'set':3}}}",
                "{'a':1,'b':2}|{'a':1}|{'in':{'b':{'remove':true}}}",
                "{'a':1}|{'a':1,'b':null}|{'in':{'b':{'set':null}}}",
                "{'a':{'b':{'c':1,'d':2}}}|{'a':{'b':{'c':1,'d':3}}}|{'in':{'a':{'in':{'b':{'in':{'d':{'set':3}}}}}}}",
                "[{'id':'x','n':1},{'id':'y'}]|[{'id':'x','n':2},{'id':'y'}]|{'by':{'x':{'in':{'n':{'set':2}}}},'order':['x','y']}",
                "[{'id':'x'},{'id':'y'}]|[{'id':'y'},{'id':'x'}]|{'by':{},'order':['y','x']}",
                "[{'id':'x'}]|[{'id':'x'},{'id':'z'}]|{'by':{'z':{'set':{'id':'z'}}},'order':['x','z']}",
                "[{'id':'x'}]|[]|{'set':[]}",
                "[]|[{'id':'x'}]|{'set':[{'id':'x'}]}",
                "[{'id':'x'},{'id':'x'}]|[{'id':'x'}]|{'set':[{'id':'x'}]}",
                "[{'id':'x'}]|[{'id':'x'},{'id':'x'}]|{'set':[{'id':'x'},{'id':'x'}]}",
                "[{'id':1}]|[{'id':2}]|{'set':[{'id':2}]}",
                "[{'id':'x'}]|{'id':'x'}|{'set':{'id':'x'}}",
                "{'id':'x'}|[{'id':'x'}]|{'set':[{'id':'x'}]}",
                "1|2|{'set':2}"
            })
    void isAsSmallAsTheChange(String before, String after, String difference) {
        assertThat(JsonDifference.between(json(before), json(after))).isEqualTo(json(difference));
    }

    @Test
    void whatDoesNotApplyIsRefused() {
        assertThatThrownBy(() -> JsonDifference.apply(json("1"), json("{'by':{},'order':[]}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonDifference.apply(json("[]"), json("{'other':1}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noDifferenceIsTheNullNode() {
        assertThat(JsonDifference.between(json("[1]"), json("[1]"))).isSameAs(NullNode.getInstance());
        assertThat(JsonDifference.apply(json("[1]"), NullNode.getInstance())).isEqualTo(json("[1]"));
    }
}
