package io.orderweave.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

/** What is called like a part and is none is not written. */
class DeclaredPartsOnlyTest {

    private final JsonMapper mapper =
            JsonMapper.builder().annotationIntrospector(new DeclaredPartsOnly()).build();

    record Box(String name, int grams) {

        public boolean isHeavy() {
            return grams > 1_000;
        }
    }

    interface Priced {

        @JsonProperty("price")
        int price();

        default boolean isFree() {
            return price() == 0;
        }

        default String getLabel() {
            return price() + " PLN";
        }
    }

    @Test
    void aRecordIsWrittenByItsComponents() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(new Box("box", 1_200))).isEqualTo("{\"name\":\"box\",\"grams\":1200}");
    }

    @Test
    void anyOtherValueIsWrittenByWhatItDeclaresAsParts() throws JsonProcessingException {
        Priced priced = () -> 5;

        assertThat(mapper.writerFor(Priced.class).writeValueAsString(priced)).isEqualTo("{\"price\":5}");
    }
}
