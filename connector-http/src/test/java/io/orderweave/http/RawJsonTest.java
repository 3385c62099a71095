package io.orderweave.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.http.SampleApi.ThingDto;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawJsonTest {

    @Test
    void keepsTheBytesOfEachElementAsTheyCame() throws JsonProcessingException {
        String text = "{ \"other\": {\"things\": [0]}, \"things\" : [ {\"name\" :\"Żółć\", \"x\":1.10} ,\n{},"
                + " [1, {\"a\":[]}],\"té\", 12 , null,true ], \"after\": 1}";

        List<RawJson> elements = RawJson.parse(text.getBytes(UTF_8)).elements("things");

        assertThat(elements)
                .extracting(element -> new String(element.bytes(), UTF_8))
                .containsExactly(
                        "{\"name\" :\"Żółć\", \"x\":1.10}", "{}", "[1, {\"a\":[]}]", "\"té\"", "12", "null", "true");
        assertThat(elements.get(0).tree().path("x").decimalValue()).hasToString("1.10");
        assertThat(elements.get(0).as(ThingDto.class)).isEqualTo(new ThingDto("Żółć", null));
    }

    @Test
    void hasNoElementsWhereThereIsNoSuchArray() throws JsonProcessingException {
        for (String text : List.of("[]", "{}", "{\"things\":{}}", "{\"things\":null}", "1", "null")) {
            assertThat(RawJson.parse(text.getBytes(UTF_8)).elements("things"))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> RawJson.parse("{\"things\":[{}]}".getBytes(UTF_16)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void printsNoContent() throws JsonProcessingException {
        assertThat(RawJson.parse("{\"name\":\"Jan\"}".getBytes(UTF_8))).hasToString("RawJson[14 bytes]");
    }
}
