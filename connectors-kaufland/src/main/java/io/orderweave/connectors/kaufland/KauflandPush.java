package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.http.LenientJson;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes Kaufland's push notifications. They tell where something changed, not what, so they are hints.
 *
 * <p>UNCONFIRMED, and all of it decided here: that notifications are signed as requests are, with the callback's URL; that their body
 * has {@code event_name} and {@code resource}; and that the verification of a callback is signed too and wants nothing but a
 * success. If Kaufland does otherwise, notifications are refused and polling goes on.
 */
final class KauflandPush implements InboundEndpoint {

    /** Kaufland's own tolerance for requests to it. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Pattern ORDER = Pattern.compile(".*/orders/([A-Za-z0-9_-]{1,50})/?");

    private final KauflandSigner signer;
    private final URI url;
    private final Clock clock;

    KauflandPush(KauflandSigner signer, URI url, Clock clock) {
        this.signer = signer;
        this.url = url;
        this.clock = clock;
    }

    @Override
    public Received handle(InboundRequest request) {
        if (!request.method().equals("POST")) {
            return Received.refused(405, "notifications are posted");
        }
        if (!isGenuine(request)) {
            return Received.refused(401, "the signature is not Kaufland's");
        }
        return new Received(InboundResponse.of(200, "ok"), hints(request.body()));
    }

    private boolean isGenuine(InboundRequest request) {
        String timestamp = request.header("shop-timestamp").orElse("");
        String signature = request.header("shop-signature").orElse("");
        // The host may see another URL than Kaufland called, behind a proxy; signed is the one Kaufland knows.
        return timestamp.matches("\\d{1,12}")
                && isNow(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                && signer.signed(signature, "POST", url.toString(), request.body(), timestamp);
    }

    private boolean isNow(Instant moment) {
        return Duration.between(moment, clock.instant()).abs().compareTo(SKEW) <= 0;
    }

    private static List<Hint> hints(byte[] body) {
        JsonNode notification = tree(body);
        String event = text(notification.path("event_name").asText("")).orElse("");
        if (event.startsWith("order_")) {
            Matcher order = ORDER.matcher(notification.path("resource").asText(""));
            return List.of(order.matches() ? new Hint.OrderChanged(order.group(1)) : new Hint.OrdersChanged());
        }
        if (event.startsWith("return_")) {
            return List.of(new Hint.ReturnsChanged());
        }
        return event.startsWith("item_") ? List.of(new Hint.CatalogChanged()) : List.of();
    }

    private static JsonNode tree(byte[] body) {
        try {
            return LenientJson.mapper().readTree(body);
        } catch (IOException e) {
            // Signed by Kaufland and yet no JSON: a hint at nothing.
            return LenientJson.mapper().missingNode();
        }
    }
}
