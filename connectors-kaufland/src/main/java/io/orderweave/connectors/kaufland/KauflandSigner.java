package io.orderweave.connectors.kaufland;

import io.orderweave.http.RequestSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Kaufland's signature: HMAC-SHA256 over method, full URL with query, body and Unix seconds, a line each, in lower-case hexadecimal.
 * The secret is text that happens to look like hexadecimal (sellerapi.kaufland.com/?page=rest-api). Prints no secret.
 */
final class KauflandSigner implements RequestSigner {

    static final String TIMESTAMP = "Shop-Timestamp";
    static final String SIGNATURE = "Shop-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final KauflandConfig.Keys keys;
    private final Optional<KauflandConfig.Keys> partner;

    KauflandSigner(KauflandConfig.Keys keys, Optional<KauflandConfig.Keys> partner) {
        this.keys = keys;
        this.partner = partner;
    }

    @Override
    public Map<String, String> sign(String method, String url, byte[] body, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        Map<String, String> headers = new HashMap<>();
        headers.put("Shop-Client-Key", keys.client());
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, signature(keys, method, url, body, timestamp));
        partner.ifPresent(other -> {
            headers.put("Shop-Partner-Client-Key", other.client());
            headers.put("Shop-Partner-Signature", signature(other, method, url, body, timestamp));
        });
        return headers;
    }

    /** Whether the seller's own secret made that signature; takes as long for a wrong one as for the right one. */
    boolean signed(String signature, String method, String url, byte[] body, String timestamp) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                signature(keys, method, url, body, timestamp).getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(
            KauflandConfig.Keys keys, String method, String url, byte[] body, String timestamp) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((method + "\n" + url + "\n").getBytes(StandardCharsets.UTF_8));
            mac.update(body);
            mac.update(("\n" + timestamp).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "KauflandSigner[" + keys.client() + "]";
    }
}
