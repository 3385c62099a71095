package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.TestHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A well-behaved application of the tests. */
final class MerchantProClient {

    static final String KEY = "key-of-the-tests";
    static final String SECRET = "secret-of-the-tests";

    private final TestHttp http = new TestHttp();
    private final String baseUrl;

    MerchantProClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    static String basic(String key, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    Reply get(String path) throws Exception {
        return send("GET", path, "");
    }

    /** Single quotes become double ones. */
    Reply patch(String path, String body) throws Exception {
        return send("PATCH", path, body);
    }

    Reply send(String method, String path, String body) throws Exception {
        return http.send(
                method,
                baseUrl + "/api/v2/" + path,
                body.replace('\'', '"'),
                "Authorization",
                basic(KEY, SECRET),
                "Content-Type",
                "application/json");
    }

    /** As somebody else. */
    Reply as(String authorization) throws Exception {
        return http.send("GET", baseUrl + "/api/v2/orders", "", "Authorization", authorization);
    }
}
