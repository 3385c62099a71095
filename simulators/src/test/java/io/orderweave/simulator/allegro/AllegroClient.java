package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A well-behaved application of the tests: sends what Allegro wants to see, and shows what came back. */
final class AllegroClient {

    static final String ID = "client-7f3a";
    static final String SECRET = "not-a-secret";
    static final String MEDIA_TYPE = "application/vnd.allegro.public.v1+json";
    static final String USER_AGENT = "Orderweave-Tests/1.0.0 (+https://shop.example/about)";
    static final byte[] PDF = "%PDF-1.4\nan invoice\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String accessToken;

    AllegroClient(AllegroSimulator allegro) {
        this(allegro.baseUrl(), allegro.accounts().mintAccessToken());
    }

    AllegroClient(String baseUrl, String accessToken) {
        this.baseUrl = baseUrl;
        this.accessToken = accessToken;
    }

    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode body() throws IOException {
            return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
        }

        String errorCode() throws IOException {
            return body().path("errors").path(0).path("code").asText();
        }
    }

    Reply get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody(), "Accept", MEDIA_TYPE);
    }

    Reply json(String method, String path, String body) throws Exception {
        return send(
                method,
                path,
                BodyPublishers.ofString(body.replace('\'', '"')),
                "Accept",
                MEDIA_TYPE,
                "Content-Type",
                MEDIA_TYPE);
    }

    /** For resources that are still in beta. */
    Reply beta(String method, String path, String body) throws Exception {
        return send(
                method,
                path,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')),
                "Accept",
                AllegroErrors.BETA_MEDIA_TYPE,
                "Content-Type",
                AllegroErrors.BETA_MEDIA_TYPE);
    }

    Reply pdf(String path, byte[] file) throws Exception {
        return send(
                "PUT", path, BodyPublishers.ofByteArray(file), "Accept", MEDIA_TYPE, "Content-Type", "application/pdf");
    }

    Reply token(String form) throws Exception {
        return token(ID, SECRET, form);
    }

    Reply token(String clientId, String clientSecret, String form) throws Exception {
        return oauth("/auth/oauth/token", clientId, clientSecret, form);
    }

    Reply device(String form) throws Exception {
        return oauth("/auth/oauth/device", ID, SECRET, form);
    }

    Reply send(String method, String path, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, body)
                .setHeader("User-Agent", USER_AGENT)
                .setHeader("Authorization", "Bearer " + accessToken);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return new Reply(http.send(request.build(), BodyHandlers.ofString()));
    }

    List<String> eventTypes(String query) throws Exception {
        return get("/order/events" + query).body().findValuesAsText("type");
    }

    private Reply oauth(String path, String clientId, String clientSecret, String form) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(form),
                "Authorization",
                "Basic " + credentials,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }
}
