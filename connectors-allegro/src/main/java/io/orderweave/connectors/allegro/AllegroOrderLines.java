package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which lines an order has, for returns, which name offers only. Kept for a while: the lines of a paid order do not change. */
final class AllegroOrderLines {

    private final AllegroApi api;
    private final Cache<String, List<Line>> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(12))
            .build();

    AllegroOrderLines(AllegroApi api) {
        this.api = api;
    }

    /** A line. */
    record Line(String id, String offerId, int quantity) {}

    /** The order's lines; none when Allegro does not show the order (any more). */
    List<Line> of(String formId) {
        List<Line> kept = cache.getIfPresent(formId);
        if (kept != null) {
            return kept;
        }
        List<Line> lines = read(formId);
        if (!lines.isEmpty()) {
            cache.put(formId, lines);
        }
        return lines;
    }

    private List<Line> read(String formId) {
        List<Line> lines = new ArrayList<>();
        if (api.checkoutForm(formId) instanceof Reply.Done<RawJson> done) {
            for (JsonNode line : done.body().tree().path("lineItems")) {
                lines.add(new Line(
                        line.path("id").asText(),
                        line.path("offer").path("id").asText(),
                        line.path("quantity").asInt()));
            }
        }
        return List.copyOf(lines);
    }
}
