package io.orderweave.simulator.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MerchantProWebhooksTest {

    private final MerchantProWebhooks webhooks = new MerchantProWebhooks(
            MerchantProSimulator.builder("key", "secret").webhookSecret("key").build());

    /** A vector that is published in many places. */
    @Test
    void signsTheRawBody() {
        byte[] body = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII);

        assertThat(webhooks.signed(body).signature()).isEqualTo("97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=");
    }

    @Test
    void tellsWhatChanged() {
        assertThat(webhooks.orderChanged("42200001.3").body()).asString().contains("order.updated", "42200001.3");
        assertThat(webhooks.productChanged("125001").body()).asString().contains("product.updated", "125001");
        assertThat(webhooks.orderChanged("1")).hasToString("MerchantProWebhook[43 bytes]");
    }
}
