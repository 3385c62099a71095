package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.TestHttp.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A well-behaved application of the tests: signs what it sends, with code of its own. */
final class KauflandClient {

    static final String KEY = "a-client-key";
    static final String SECRET = "not-a-secret";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestHttp http = new TestHttp();
    private final String baseUrl;
    private final Clock clock;

    KauflandClient(KauflandSimulator kaufland, Clock clock) {
        this(kaufland.baseUrl(), clock);
    }

    KauflandClient(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    Reply get(String path) throws Exception {
        return send("GET", path, "");
    }

    /** With JSON written in single quotes. */
    Reply send(String method, String path, String json) throws Exception {
        return sendAt(clock.instant().getEpochSecond(), method, path, json.replace('\'', '"'), SECRET);
    }

    Reply sendAt(long timestamp, String method, String path, String body, String secret) throws Exception {
        String signed = method + "\n" + baseUrl + path + "\n" + body + "\n" + timestamp;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return http.send(
                method,
                baseUrl + path,
                body,
                "User-Agent",
                "Orderweave-Tests",
                "Content-Type",
                "application/json",
                "Shop-Client-Key",
                KEY,
                "Shop-Timestamp",
                Long.toString(timestamp),
                "Shop-Signature",
                signature);
    }

    JsonNode data(String path) throws Exception {
        return body(get(path)).path("data");
    }

    static JsonNode body(Reply reply) throws IOException {
        return reply.text().isEmpty() ? MissingNode.getInstance() : JSON.readTree(reply.text());
    }

    static String problem(Reply reply) throws IOException {
        return body(reply).path("type").asText();
    }
}
