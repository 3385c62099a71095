package io.orderweave.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.json.JsonDifference;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private static final Shape PERSON = Shape.personal("name", "aliases");

    /** A thing with a person, people by id, and people in a plain list. */
    private static final Shape THING =
            Shape.personal("note").with("owner", PERSON).with("lines", PERSON).with("guests", PERSON);

    @Test
    void erasesPersonalMembersAndThoseOfParts() {
        assertThat(erased("{'note':'Ann','kept':'x','owner':{'name':'Ann','aliases':['A','B'],'size':3}}"))
                .isEqualTo(
                        json(
                                "{'note':'erased','kept':'x','owner':{'name':'erased','aliases':['erased','erased'],'size':3}}"));
    }

    @Test
    void erasesEachElementOfAList() {
        assertThat(erased("{'guests':[{'name':'Ann'},{'size':1}]}"))
                .isEqualTo(json("{'guests':[{'name':'erased'},{'size':1}]}"));
    }

    @Test
    void erasesWhatIsNoTextAsAWhole() {
        assertThat(erased("{'note':{'to':'Ann'}}")).isEqualTo(json("{'note':'erased'}"));
        assertThat(erased("{'note':7}")).isEqualTo(json("{'note':'erased'}"));
        assertThat(erased("{'note':null}")).isEqualTo(json("{'note':null}"));
        assertThat(THING.erase(NullNode.getInstance())).isEqualTo(NullNode.getInstance());
    }

    @Test
    void changesNothingOfTheValueGiven() {
        JsonNode given = json("{'note':'Ann','owner':{'name':'Ann'}}");

        THING.erase(given);

        assertThat(given).isEqualTo(json("{'note':'Ann','owner':{'name':'Ann'}}"));
    }

    /** So every past version can be rebuilt from erased entries: it does not matter which comes first. */
    @Test
    void erasingADifferenceIsErasingWhatItLeadsTo() {
        long seed = 20260301;
        Random random = new Random(seed);
        JsonNode before = thing(random);
        for (int i = 0; i < 3_000; i++) {
            JsonNode after = thing(random);
            JsonNode difference = JsonDifference.between(before, after);
            JsonNode erasedDifference = THING.eraseDifference(difference);

            assertThat(JsonDifference.apply(THING.erase(before), erasedDifference))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(THING.erase(after));
            assertThat(erasedDifference.toString()).doesNotContain("Ann");
            assertThat(THING.eraseDifference(erasedDifference)).isEqualTo(erasedDifference);
            before = after;
        }
    }

    private static JsonNode thing(Random random) {
        ObjectNode thing = Json.object();
        if (random.nextBoolean()) {
            thing.put("note", "Ann " + random.nextInt(3));
        }
        thing.put("kept", random.nextInt(3));
        if (random.nextBoolean()) {
            thing.set("owner", person(random));
        }
        ArrayNode lines = thing.putArray("lines");
        for (int id = 0; id < 3; id++) {
            if (random.nextBoolean()) {
                lines.add(person(random).put("id", "l" + id));
            }
        }
        ArrayNode guests = thing.putArray("guests");
        for (int i = random.nextInt(3); i > 0; i--) {
            guests.add(person(random));
        }
        return thing;
    }

    private static ObjectNode person(Random random) {
        ObjectNode person = Json.object().put("size", random.nextInt(2));
        if (random.nextBoolean()) {
            person.put("name", "Ann " + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            person.putArray("aliases").add("Ann " + random.nextInt(2));
        }
        return person;
    }

    private static JsonNode erased(String text) {
        return THING.erase(json(text));
    }

    private static JsonNode json(String text) {
        return Json.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
