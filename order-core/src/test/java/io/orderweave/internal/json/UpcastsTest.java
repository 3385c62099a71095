package io.orderweave.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An artificial third shape: the first had one name, the second two, the third calls the second of them family name. */
class UpcastsTest {

    private static final Upcasts NAMES = new Upcasts(List.of(UpcastsTest::splitName, UpcastsTest::renameLast));

    record Person(String first, String family) {}

    private static ObjectNode splitName(ObjectNode person) {
        String[] names = person.remove("name").asText().split(" ", 2);
        return person.put("first", names[0]).put("last", names[1]);
    }

    private static ObjectNode renameLast(ObjectNode person) {
        return person.set("family", person.remove("last"));
    }

    private static Person read(String json, int from) {
        return NAMES.read(json.getBytes(StandardCharsets.UTF_8), from, Person.class);
    }

    @Test
    void everyOlderShapeIsReadAsThePresentOne() {
        Person jan = new Person("Jan", "Vzorek");

        assertThat(read("{\"name\":\"Jan Vzorek\"}", 1)).isEqualTo(jan);
        assertThat(read("{\"first\":\"Jan\",\"last\":\"Vzorek\"}", 2)).isEqualTo(jan);
        assertThat(read("{\"first\":\"Jan\",\"family\":\"Vzorek\"}", 3)).isEqualTo(jan);
    }

    @Test
    void theNumberOfThePresentShapeIsOneMoreThanItsSteps() {
        assertThat(NAMES.schema()).isEqualTo(3);
        assertThat(Upcasts.NONE.schema()).isEqualTo(1);
    }

    @Test
    void stepsServeJsonThatHoldsTheShapeAsAPart() {
        JsonNode whole =
                Json.tree("{\"entries\":7,\"person\":{\"name\":\"Jan Vzorek\"}}".getBytes(StandardCharsets.UTF_8));

        JsonNode lifted = NAMES.within("person").lift(whole, 1);

        assertThat(lifted.toString()).isEqualTo("{\"entries\":7,\"person\":{\"first\":\"Jan\",\"family\":\"Vzorek\"}}");
        assertThat(NAMES.within("person").schema()).isEqualTo(3);
    }
}
