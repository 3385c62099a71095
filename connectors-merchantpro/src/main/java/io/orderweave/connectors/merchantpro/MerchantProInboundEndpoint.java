package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.http.RawJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes webhooks. They are signed with base64 of HMAC-SHA256 over the raw body, as the official demo application checks them. Their
 * topics and bodies are UNCONFIRMED, so all that follows is where to look.
 */
final class MerchantProInboundEndpoint implements InboundEndpoint {

    private static final String SIGNATURE = "x-webhook-signature";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    MerchantProInboundEndpoint(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    @Override
    public Received handle(InboundRequest request) {
        if (!request.method().equals("POST")) {
            return Received.refused(405, "POST only");
        }
        byte[] given = request.header(SIGNATURE).orElse("").getBytes(StandardCharsets.UTF_8);
        // Compared in constant time: how long it takes must not tell how much of a guess is right.
        if (!MessageDigest.isEqual(signature(request.body()), given)) {
            return Received.refused(401, "wrong signature");
        }
        return new Received(InboundResponse.of(200, "ok"), List.of(hint(request.body())));
    }

    private byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** About products only when it says so: to look at the orders costs one request. */
    private static Hint hint(byte[] body) {
        return topic(body).toLowerCase(Locale.ROOT).startsWith("product")
                ? new Hint.CatalogChanged()
                : new Hint.OrdersChanged();
    }

    private static String topic(byte[] body) {
        try {
            RawJson hint = RawJson.parse(body);
            String event = hint.text("event");
            return event.isEmpty() ? hint.text("topic") : event;
        } catch (JsonProcessingException e) {
            // The signature is good, so something has happened there.
            return "";
        }
    }
}
