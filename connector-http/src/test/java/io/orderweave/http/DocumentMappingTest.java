package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentMappingTest {

    private static String mapped(DocumentMapping<String> mapping) {
        return DocumentMapping.orUnreadable(mapping, "an order", reason -> "unreadable: " + reason);
    }

    @Test
    void givesWhatTheMappingGives() {
        assertThat(mapped(() -> "order")).isEqualTo("order");
    }

    @Test
    void tellsThePartThatIsNotWhatItMustBe() {
        assertThat(mapped(() -> {
                    throw new UnreadablePartException("$.id", "an id");
                }))
                .isEqualTo("unreadable: $.id: expected an id");
    }

    @Test
    void quotesNothingOfADocumentThatIsNotWhatItMustBe() {
        String document = "{\"buyer\": Jan Novak}";

        assertThat(mapped(() ->
                        LenientJson.mapper().readValue(document, Map.class).toString()))
                .isEqualTo("unreadable: not JSON");
    }

    @Test
    void quotesNothingOfWhatAValueRefuses() {
        assertThat(mapped(() -> {
                    throw new IllegalArgumentException("no country: Jan Novak");
                }))
                .isEqualTo("unreadable: the parts do not make an order");
        assertThat(mapped(() -> {
                    throw new ArithmeticException("1.005");
                }))
                .isEqualTo("unreadable: the parts do not make an order");
    }

    @Test
    void leavesEveryOtherFaultAsItIs() {
        assertThatThrownBy(() -> mapped(() -> {
                    throw new IllegalStateException("ours");
                }))
                .hasMessage("ours");
    }
}
