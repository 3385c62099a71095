package io.orderweave.internal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.internal.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a recorded event changed, on an order that was led elsewhere. */
class ThreeWayTest {

    private static String merged(String before, String after, String ours) {
        return ThreeWay.merged(json(before), json(after), json(ours)).toString();
    }

    private static JsonNode json(String text) {
        return Json.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void changesOnlyWhatTheEventChanged() {
        assertThat(merged("{'a':1,'b':1}", "{'a':2,'b':1}", "{'a':1,'b':7}")).isEqualTo("{\"a\":2,\"b\":7}");
        assertThat(merged("{'a':1}", "{'a':2}", "{'a':9}")).isEqualTo("{\"a\":2}");
        assertThat(merged("{'a':1,'b':1}", "{'b':1}", "{'a':9,'b':2}")).isEqualTo("{\"b\":2}");
        assertThat(merged("{}", "{'a':{'x':1}}", "{'b':2}")).isEqualTo("{\"b\":2,\"a\":{\"x\":1}}");
    }

    @Test
    void leavesAloneWhatTheEventDidNotTouch() {
        assertThat(merged("{'a':1}", "{'a':1}", "{'a':5}")).isEqualTo("{\"a\":5}");
        assertThat(merged("{'a':1}", "{'a':2}", "{'a':1}")).isEqualTo("{\"a\":2}");
    }

    @Test
    void addsToListsAndTakesFromThem() {
        assertThat(merged("['a']", "['a','vip']", "[]")).isEqualTo("[\"vip\"]");
        assertThat(merged("['a','b']", "['b']", "['a','b','c']")).isEqualTo("[\"b\",\"c\"]");
        assertThat(merged("['n']", "['n','n']", "['n','m']")).isEqualTo("[\"n\",\"m\",\"n\"]");
    }

    @Test
    void tellsElementsApartByTheirIdentity() {
        assertThat(merged(
                        "[{'id':'l1','q':1},{'id':'l2','q':1}]",
                        "[{'id':'l1','q':3},{'id':'l2','q':1}]",
                        "[{'id':'l1','q':1,'x':1},{'id':'l2','q':8}]"))
                .isEqualTo("[{\"id\":\"l1\",\"q\":3,\"x\":1},{\"id\":\"l2\",\"q\":8}]");
        assertThat(merged("[{'code':'look','at':1}]", "[]", "[{'code':'look','at':2}]"))
                .isEqualTo("[]");
        assertThat(merged("[{'id':'l1','q':1}]", "[{'id':'l1','q':3}]", "[]")).isEqualTo("[{\"id\":\"l1\",\"q\":3}]");
    }
}
