package io.orderweave.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.referee.Traffic.Body;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefereeTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Body NOTHING = new Body("", true, Optional.empty());

    private final Referee referee = Referee.of(RESOURCES.resolve("stall.yaml"), RESOURCES.resolve("explained.txt"));

    @Test
    void findsNothingWrongWithWhatTheDocumentSays() {
        assertThat(answered("""
                {"name": "a", "pieces": 2, "note": null, "status": "open",
                 "lines": [{"sku": "1"}, {"ean": "2"}], "extra": {"any": "thing"},
                 "gift": {"kind": "wrapped", "paper": "red"}}
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
                "{'name': 'a', 'pieces': 0}             | $.pieces is out of bounds",
                "{'name': 'nine or so'}                 | $.name is out of bounds",
                "{'name': ''}                           | $.name is out of bounds",
                "{'name': 'a', 'extra': {'any': 1}}     | $.extra.any is no string",
                "{'gift': {'kind': 'wrapped', 'paper': 1}} | $.gift.paper is no string",
                "{'gift': {'kind': 'wrapped', 'bow': 1}} | $.gift.bow is not in the document",
                "{'gift': {'kind': 'bare', 'paper': 'a'}} | $.gift.paper is not in the document",
                "[]                                     | $ is no object"
            })
    void namesWhatIsWrongByItsPlace(String json, String wrong) {
        assertThat(answered(json.replace('\'', '"')))
                .allMatch(found -> found.startsWith("GET /orders/{id}: answer 200: "))
                .anyMatch(found -> found.endsWith(wrong));
    }

    @Test
    void judgesRequests() {
        assertThat(referee.violations(put("{\"name\": \"a\", \"pieces\": \"two\"}")))
                .containsExactly("PUT /orders/{id}: request: $.pieces is no integer");
        assertThat(referee.violations(get(Map.of("lang", List.of("pl")), 404, NOTHING)))
                .containsExactly("GET /orders/{id}: request: no parameter lang");
        assertThat(referee.violations(new Traffic("PUT", "/orders/7", Map.of(), NOTHING, 204, NOTHING)))
                .containsExactly("PUT /orders/{id}: request: the body is missing");
        assertThat(referee.violations(new Traffic("DELETE", "/orders/7", Map.of(), NOTHING, 204, NOTHING)))
                .containsExactly("DELETE /orders/7: no such operation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=1                         |",
                "since=1&limit=100&paid=false    |",
                "since=1&status=open&status=sent |",
                "limit=1                         | parameter since is missing",
                "since=1&limit=many              | parameter limit: $ is no number",
                "since=1&limit=0                 | parameter limit: $ is out of bounds",
                "since=1&limit=101               | parameter limit: $ is out of bounds",
                "since=1&paid=maybe              | parameter paid: $ is no boolean",
                "since=1&status=open&status=lost | parameter status: $ is a word that is not listed",
                "since=1&colour=red              | no parameter colour"
            })
    void judgesTheParametersOfARequest(String query, @Nullable String wrong) {
        Traffic traffic = new Traffic("GET", "/orders", RefereeProxy.values(query), NOTHING, 200, NOTHING);

        assertThat(referee.violations(traffic))
                .isEqualTo(wrong == null ? List.of() : List.of("GET /orders: request: " + wrong));
    }

    @Test
    void pathsGoOnFromTheServersAddress(@TempDir Path folder) throws IOException {
        String document = Files.readString(RESOURCES.resolve("stall.yaml"));
        Path elsewhere = Files.writeString(
                folder.resolve("stall.yaml"), document + "servers: [{url: 'https://api.{market}/v2/'}]\n");
        Referee ofElsewhere = Referee.of(elsewhere, RESOURCES.resolve("explained.txt"));

        assertThat(ofElsewhere.violations(new Traffic("GET", "/v2/orders/latest", Map.of(), NOTHING, 204, NOTHING)))
                .isEmpty();
        assertThat(ofElsewhere.violations(new Traffic("GET", "/orders/latest", Map.of(), NOTHING, 204, NOTHING)))
                .containsExactly("GET /orders/latest: no such operation");
    }

    @Test
    void judgesStatusAndMediaType() {
        assertThat(referee.violations(get(Map.of(), 418, NOTHING)))
                .containsExactly("GET /orders/{id}: answer 418: no such status");
        assertThat(referee.violations(get(Map.of(), 200, new Body("text/html", false, Optional.empty()))))
                .containsExactly("GET /orders/{id}: answer 200: media type text/html is not in the document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": ", "{\"name\": \"a\"} {}", "{\"name\": \"a\"}</html>", "<html></html>", " "})
    void aBodyThatSaysToBeJsonIsOneDocumentAndNothingElse(String text) {
        Body body = Body.of(text.getBytes(StandardCharsets.UTF_8), Optional.of("application/json; charset=utf-8"));

        assertThat(referee.violations(get(Map.of(), 200, body)))
                .containsExactly("GET /orders/{id}: answer 200: the body is no JSON");
        assertThat(referee.violations(new Traffic("PUT", "/orders/7", Map.of(), body, 204, NOTHING)))
                .containsExactly("PUT /orders/{id}: request: the body is no JSON");
    }

    @Test
    void aPathWithoutPlaceholdersGoesFirst() {
        assertThat(referee.violations(new Traffic("GET", "/orders/latest", Map.of(), NOTHING, 204, NOTHING)))
                .isEmpty();
    }

    @Test
    void whatIsExplainedIsNoViolation() {
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

    private List<String> answered(String json) {
        return referee.violations(get(Map.of("language", List.of("pl")), 200, json(json)));
    }

    private static Traffic get(Map<String, List<String>> query, int status, Body answer) {
        return new Traffic("GET", "/orders/7", query, NOTHING, status, answer);
    }

    private static Traffic put(String json) {
        return new Traffic("PUT", "/orders/7", Map.of(), json(json), 204, NOTHING);
    }

    private static Body json(String json) {
        return Body.of(json.getBytes(StandardCharsets.UTF_8), Optional.of("application/json"));
    }
}
