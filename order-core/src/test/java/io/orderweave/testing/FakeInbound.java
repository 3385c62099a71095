package io.orderweave.testing;

import io.orderweave.connector.InboundEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a {@link FakeChannel} notifies us. A line of its body names an order, or is {@code *} for some order, {@code returns} or {@code
 * catalog}; its header {@code secret} must be right.
 */
public final class FakeInbound implements InboundEndpoint {

    private static final String SECRET = "open-sesame";

    /** A notification of the channel. */
    public static InboundRequest notification(String... lines) {
        return request(SECRET, String.join("\n", lines));
    }

    /** Somebody else's. */
    public static InboundRequest forged(String... lines) {
        return request("guessed", String.join("\n", lines));
    }

    public static InboundRequest request(String secret, String body) {
        return new InboundRequest(
                "POST", "/hooks", Map.of(), Map.of("secret", List.of(secret)), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Received handle(InboundRequest request) {
        if (!request.header("secret").orElse("").equals(SECRET)) {
            return Received.refused(401, "who are you?");
        }
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (body.equals("defect")) {
            throw new IllegalStateException("a defect of the connector");
        }
        List<Hint> hints = Stream.of(body.split("\n")).map(FakeInbound::hint).toList();
        return new Received(InboundResponse.of(body.equals("late") ? 410 : 202, "thanks"), hints);
    }

    private static Hint hint(String line) {
        return switch (line) {
            case "*" -> new Hint.OrdersChanged();
            case "returns" -> new Hint.ReturnsChanged();
            case "catalog" -> new Hint.CatalogChanged();
            default -> new Hint.OrderChanged(line);
        };
    }
}
