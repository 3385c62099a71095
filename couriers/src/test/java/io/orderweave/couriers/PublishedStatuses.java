package io.orderweave.couriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.couriers.internal.StatusTable;
import io.orderweave.shipment.TrackingStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Compares a table of ours with the courier's published one. */
public final class PublishedStatuses {

    private PublishedStatuses() {}

    /** Both tables have the same codes, each with the same meaning. */
    public static void assertSameAs(String file, StatusTable table) {
        Map<String, TrackingStatus> published = new TreeMap<>();
        try {
            JsonNode codes = new ObjectMapper()
                    .readTree(Reference.resolve("specs/couriers/status-tables/" + file)
                            .toFile())
                    .get("codes");
            codes.forEach(code -> published.put(
                    code.get("code").asText(),
                    TrackingStatus.valueOf(code.get("unified").asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, TrackingStatus> ours = new TreeMap<>();
        table.codes().forEach(code -> ours.put(code, table.find(code).orElseThrow()));
        assertThat(ours).isEqualTo(published);
    }
}
