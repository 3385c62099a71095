package io.orderweave.simulator.packeta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.simulator.ReferenceData;
import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.internal.XmlElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published examples are accepted, and answered in their shape. */
class PacketaReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"packet-creation-packeta-pudos-01", "packet-creation-carriers-pudos-01"})
    void publishedRequestsAreAnsweredAsPublished(String example) throws Exception {
        Path samples = ReferenceData.folder("samples/couriers/packeta");
        String request = Files.readString(samples.resolve(example + "-rest-request.xml"));
        XmlElement published = XmlElement.parse(Files.readAllBytes(samples.resolve(example + "-rest-response.xml")))
                .orElseThrow();
        try (PacketaSimulator packeta =
                PacketaSimulator.builder("{{apiPassword}}").start()) {
            XmlElement answer = XmlElement.parse(new TestHttp()
                            .send("POST", packeta.baseUrl() + "/api/rest", request)
                            .response()
                            .body())
                    .orElseThrow();

            assertThat(answer.textOf("status")).isEqualTo("ok");
            assertThat(names(answer)).isEqualTo(names(published));
            assertThat(names(answer.child("result").orElseThrow()))
                    .isEqualTo(names(published.child("result").orElseThrow()));
        }
    }

    @Test
    void statusesAreThePublishedOnes() throws Exception {
        Path table = ReferenceData.folder("specs/couriers/status-tables").resolve("packeta.json");
        Map<Integer, String> published = new TreeMap<>();
        for (JsonNode status : new ObjectMapper().readTree(table.toFile()).path("codes")) {
            published.put(status.path("code").asInt(), status.path("text").asText());
        }
        Map<Integer, String> ours = new TreeMap<>();
        for (PacketStatus status : PacketStatus.values()) {
            ours.put(status.code(), status.text());
        }

        assertThat(ours).isEqualTo(published);
    }

    private static List<String> names(XmlElement element) {
        return element.children().stream().map(XmlElement::name).toList();
    }
}
