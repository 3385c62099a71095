package io.orderweave.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.SampleApi.PriceDto;
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
    void refusesWhatIsNotOneDocument() {
        for (String text : List.of("{\"things\":[", "{} {}", "{\"a\":1}]", "\"x", "{\"a\" 1}", "<html>", "[1,]")) {
            assertThatThrownBy(() -> RawJson.parse(text.getBytes(UTF_8)))
                    .as(text)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void refusesWhatIsNotOneDocumentAlsoWhenItIsReadAtOnce() {
        for (String text : List.of(
                "{\"name\":\"cup\",\"more\":[",
                "{\"name\":\"cup\"} {}",
                "{\"name\":\"cup\"}]",
                "{\"name\":\"cup\",\"count\":\"no number\",\"more\":{",
                "\"x",
                "<html>")) {
            assertThatThrownBy(() -> RawJson.parse(text.getBytes(UTF_8), ThingDto.class))
                    .as(text)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void isReadOnceWhenItIsTheExpectedType() throws JsonProcessingException {
        RawJson document = RawJson.parse("{\"name\":\"cup\",\"more\":[1]}".getBytes(UTF_8), ThingDto.class);

        assertThat(document.as(ThingDto.class))
                .isEqualTo(new ThingDto("cup", null))
                .isSameAs(document.as(ThingDto.class));
        assertThat(document.as(PriceDto.class)).isEqualTo(new PriceDto(null));
        assertThat(document.tree().path("more").path(0).intValue()).isEqualTo(1);
    }

    @Test
    void thatADocumentIsNotTheExpectedTypeIsSaidWhenItIsAskedFor() throws JsonProcessingException {
        for (String text : List.of("[]", "null", "", "{\"count\":\"no number\"}", "{\"count\":1e99999999999}")) {
            RawJson document = RawJson.parse(text.getBytes(UTF_8), ThingDto.class);

            assertThat(document.bytes()).as(text).asString(UTF_8).isEqualTo(text);
            assertThatThrownBy(() -> document.as(ThingDto.class)).as(text).isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void takesNothingForADocumentThatIsMissing() throws JsonProcessingException {
        RawJson nothing = RawJson.parse(new byte[0]);

        assertThat(nothing.tree().isMissingNode()).isTrue();
        assertThat(nothing.text("name")).isEmpty();
        assertThatThrownBy(() -> nothing.as(ThingDto.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsNullAsNoType() throws JsonProcessingException {
        RawJson nothing = RawJson.parse("null".getBytes(UTF_8));

        assertThatThrownBy(() -> nothing.as(ThingDto.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsAFieldWithoutTheRest() throws JsonProcessingException {
        RawJson document = RawJson.parse(
                "{\"in\":{\"id\":\"no\"},\"n\":12.50,\"yes\":true,\"no\":null,\"list\":[1],\"id\":\"Ż \\u0041\"}"
                        .getBytes(UTF_8));

        assertThat(document.text("id")).isEqualTo("Ż A");
        assertThat(document.text("n")).isEqualTo("12.50");
        assertThat(document.text("yes")).isEqualTo("true");
        assertThat(List.of("no", "in", "list", "absent"))
                .allSatisfy(field -> assertThat(document.text(field)).as(field).isEmpty());
        assertThat(document.hasArray("list")).isTrue();
        assertThat(document.hasArray("in")).isFalse();
        assertThat(document.hasArray("absent")).isFalse();
        assertThat(document.part("in").map(part -> new String(part.bytes(), UTF_8)))
                .contains("{\"id\":\"no\"}");
        assertThat(document.part("list")).isEmpty();
        assertThat(document.part("absent")).isEmpty();
    }

    @Test
    void aNumberBeyondAllBoundsSpoilsOnlyWhatReadsIt() throws JsonProcessingException {
        RawJson document = RawJson.parse(
                "{\"things\":[{\"name\":\"good\"},{\"name\":\"other\",\"unread\":1e99999999999},{\"amount\":1e99999999999}]}"
                        .getBytes(UTF_8));
        List<RawJson> things = document.elements("things");

        assertThat(things.get(0).as(ThingDto.class)).isEqualTo(new ThingDto("good", null));
        assertThat(things.get(1).as(ThingDto.class)).isEqualTo(new ThingDto("other", null));
        assertThatThrownBy(() -> things.get(2).as(PriceDto.class)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(document::tree)
                .isInstanceOfSatisfying(
                        OutsideFault.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT));
    }

    @Test
    void printsNoContent() throws JsonProcessingException {
        assertThat(RawJson.parse("{\"name\":\"Jan\"}".getBytes(UTF_8))).hasToString("RawJson[14 bytes]");
    }
}
