package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.http.RawJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes Bazaar's notifications, which are signed with the client's secret. */
final class BazaarPush implements InboundEndpoint {

    static final String SIGNATURE = "bazaar-signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final String secret;

    BazaarPush(String secret) {
        this.secret = secret;
    }

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public Received handle(InboundRequest request) {
        byte[] given = request.header(SIGNATURE).orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(secret, request.body()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given)
                ? new Received(InboundResponse.of(200, "thanks"), List.of(hint(request.body())))
                : Received.refused(401, "the signature is not Bazaar's");
    }

    static Hint hint(byte[] body) {
        return order(body).<Hint>map(Hint.OrderChanged::new).orElseGet(Hint.OrdersChanged::new);
    }

    private static Optional<String> order(byte[] body) {
        try {
            return StallJson.text(RawJson.parse(body).tree(), "/order");
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
