package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhooks, signed as the official demo application checks them: base64 of HMAC-SHA256 over the raw body. Hosts call it and hand
 * them to their endpoint. Stateless. Topics and bodies are UNCONFIRMED.
 */
public final class MerchantProWebhooks {

    private static final String ALGORITHM = "HmacSHA256";

    private final MerchantProSettings settings;

    MerchantProWebhooks(MerchantProSettings settings) {
        this.settings = settings;
    }

    /** That an order is new or has changed. */
    public MerchantProWebhook orderChanged(String orderId) {
        return changed("order.updated", orderId);
    }

    /** That a product has changed. */
    public MerchantProWebhook productChanged(String productId) {
        return changed("product.updated", productId);
    }

    /** Any body, properly signed. */
    public MerchantProWebhook signed(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.webhookSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new MerchantProWebhook(Base64.getEncoder().encodeToString(mac.doFinal(body)), body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private MerchantProWebhook changed(String event, String id) {
        var body = Json.object().put("event", event);
        body.putObject("data").put("id", id);
        return signed(Json.bytes(body));
    }
}
