package io.orderweave.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.referee.Traffic.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefereeTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Body NOTHING = new Body("", true, Optional.empty());

    private final Referee referee = Referee.of(RESOURCES.resolve("stall.yaml"), RESOURCES.resolve("explained.txt"));

    @Test
    void findsNothingWrongWithWhatTheDocumentSays() throws IOException {
        assertThat(answered("""
                {"name": "a", "pieces": 2, "note": null, "status": "open",
                 "lines": [{"sku": "1"}, {"ean": "2"}], "extra": {"any": "thing"}}
                """)).isEmpty();
        assertThat(referee.violations(put("{\"name\": \"a\"}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}                                     | $.name is missing",
                "{'name': null}                         | $.name is null",
                "{'name': 1}                            | $.name is no string",
                "{'name': 'a', 'status': 'lost'}        | $.status is a word that is not listed",
                "{'name': 'a', 'surname': 'b'}          | $.surname is not in the document",
                "{'name': 'a', 'lines': [{'isbn': 1}]}  | $.lines[].sku is missing",
                "{'name': 'a', 'extra': {'any': 1}}     | $.extra.any is no string",
                "[]                                     | $ is no object"
            })
    void namesWhatIsWrongByItsPlace(String json, String wrong) throws IOException {
        assertThat(answered(json.replace('\'', '"')))
                .allMatch(found -> found.startsWith("GET /orders/{id}: answer 200: "))
                .anyMatch(found -> found.endsWith(wrong));
    }

    @Test
    void judgesRequests() throws IOException {
        assertThat(referee.violations(put("{\"name\": \"a\", \"pieces\": \"two\"}")))
                .containsExactly("PUT /orders/{id}: request: $.pieces is no integer");
        assertThat(referee.violations(get(Set.of("lang"), 404, NOTHING)))
                .containsExactly("GET /orders/{id}: request: no parameter lang");
        assertThat(referee.violations(new Traffic("PUT", "/orders/7", Set.of(), NOTHING, 204, NOTHING)))
                .containsExactly("PUT /orders/{id}: request: the body is missing");
        assertThat(referee.violations(new Traffic("DELETE", "/orders/7", Set.of(), NOTHING, 204, NOTHING)))
                .containsExactly("DELETE /orders/7: no such operation");
    }

    @Test
    void judgesStatusAndMediaType() throws IOException {
        assertThat(referee.violations(get(Set.of(), 418, NOTHING)))
                .containsExactly("GET /orders/{id}: answer 418: no such status");
        assertThat(referee.violations(get(Set.of(), 200, new Body("text/html", false, Optional.empty()))))
                .containsExactly("GET /orders/{id}: answer 200: media type text/html is not in the document");
    }

    @Test
    void aPathWithoutPlaceholdersGoesFirst() {
        assertThat(referee.violations(new Traffic("GET", "/orders/latest", Set.of(), NOTHING, 204, NOTHING)))
                .isEmpty();
    }

    @Test
    void whatIsExplainedIsNoViolation() throws IOException {
        assertThat(referee.unused()).hasSize(1);

        assertThat(answered("{\"name\": \"a\", \"pieces\": \"2\"}")).isEmpty();

        assertThat(referee.unused()).isEmpty();
    }

    @Test
    void aDifferenceWantsAReason(@TempDir Path folder) throws IOException {
        Path bare = Files.writeString(folder.resolve("bare.txt"), "GET .*\n");

        assertThatThrownBy(() -> Referee.of(RESOURCES.resolve("stall.yaml"), bare))
                .hasMessageContaining("without a reason");
    }

    private List<String> answered(String json) throws IOException {
        return referee.violations(get(Set.of("language"), 200, json(json)));
    }

    private static Traffic get(Set<String> query, int status, Body answer) {
        return new Traffic("GET", "/orders/7", query, NOTHING, status, answer);
    }

    private static Traffic put(String json) throws IOException {
        return new Traffic("PUT", "/orders/7", Set.of(), json(json), 204, NOTHING);
    }

    private static Body json(String json) throws IOException {
        return new Body("application/json", false, Optional.of(new ObjectMapper().readTree(json)));
    }
}
