package io.orderweave.simulator.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.simulator.Pace;
import io.orderweave.simulator.ReferenceData;
import io.orderweave.simulator.TestHttp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented examples are accepted, and every documented field is answered. */
class InPostReferenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestHttp http = new TestHttp();

    @ParameterizedTest
    @ValueSource(strings = {"create-locker-cod", "create-courier-cod"})
    void documentedRequestsAreAccepted(String example) throws Exception {
        Path samples = ReferenceData.folder("samples/couriers/inpost-shipx");
        try (InPostSimulator inpost = InPostSimulator.builder("1", "t").start()) {
            JsonNode created = create(inpost, Files.readString(samples.resolve(example + ".request.json")));

            assertThat(missing(created, samples.resolve("create.response.json")))
                    .isEmpty();
        }
    }

    @Test
    void trackingHasTheDocumentedFields() throws Exception {
        Path samples = ReferenceData.folder("samples/couriers/inpost-shipx");
        try (InPostSimulator inpost = InPostSimulator.builder("1", "t")
                .confirmation(Pace.atOnce())
                .transit(Pace.onClock(Duration.ZERO))
                .start()) {
            String id = create(inpost, Files.readString(samples.resolve("create-locker-cod.request.json")))
                    .path("id")
                    .asText();
            String number = http.send("GET", inpost.baseUrl() + "/v1/shipments/" + id, "", "Authorization", "Bearer t")
                    .json()
                    .path("tracking_number")
                    .asText();

            JsonNode tracking = http.send("GET", inpost.baseUrl() + "/v1/tracking/" + number, "")
                    .json();

            assertThat(missing(tracking, samples.resolve("tracking.response.json")))
                    .isEmpty();
            assertThat(tracking.path("status").asText()).isEqualTo("delivered");
        }
    }

    @Test
    void travelsOnlyThroughPublishedStatuses() throws Exception {
        Path table = ReferenceData.folder("specs/couriers/status-tables").resolve("inpost-shipx.json");
        List<String> published = JSON.readTree(table.toFile()).findValuesAsText("code");

        assertThat(published).containsAll(Progress.TO_LOCKER).containsAll(Progress.TO_DOOR);
    }

    private JsonNode create(InPostSimulator inpost, String body) throws Exception {
        return http.send(
                        "POST",
                        inpost.baseUrl() + "/v1/organizations/1/shipments",
                        body,
                        "Authorization",
                        "Bearer t",
                        "Content-Type",
                        "application/json")
                .json();
    }

    private static List<String> missing(JsonNode answer, Path documented) throws Exception {
        List<String> missing = new ArrayList<>();
        Iterator<String> names = JSON.readTree(documented.toFile()).fieldNames();
        names.forEachRemaining(name -> {
            if (!answer.has(name)) {
                missing.add(name);
            }
        });
        return missing;
    }
}
