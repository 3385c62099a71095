package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.InboundEndpoint.Hint;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.Received;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import io.orderweave.simulator.merchantpro.MerchantProWebhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantProInboundEndpointTest {

    private static final String SECRET = "webhook-secret-7";

    private final MerchantProSimulator shop =
            MerchantProSimulator.builder("k", "s").webhookSecret(SECRET).start();
    private final InboundEndpoint endpoint = new MerchantProInboundEndpoint(SECRET);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void hintsAtWhatTheShopSignedAndNoMore() {
        assertThat(endpoint.handle(request(shop.webhooks().orderChanged("51840277"))))
                .isEqualTo(taken(new Hint.OrdersChanged()));
        assertThat(endpoint.handle(request(shop.webhooks().productChanged("640011"))))
                .isEqualTo(taken(new Hint.CatalogChanged()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"event\":{}}", "{\"event\":\"new.kind\"}", "{\"topic\":\"order\"}"})
    void looksAtTheOrdersForWhateverElseIsSigned(String body) {
        MerchantProWebhook webhook = shop.webhooks().signed(body.getBytes(StandardCharsets.UTF_8));

        assertThat(endpoint.handle(request(webhook))).isEqualTo(taken(new Hint.OrdersChanged()));
    }

    @Test
    void refusesWhatTheShopDidNotSign() {
        MerchantProWebhook good = shop.webhooks().orderChanged("51840277");
        byte[] changed = good.body().clone();
        changed[changed.length - 2] ^= 1;

        assertRefused(401, new InboundRequest("POST", "/", Map.of(), headers(good.signature()), changed));
        assertRefused(401, new InboundRequest("POST", "/", Map.of(), headers(""), good.body()));
        assertRefused(401, new InboundRequest("POST", "/", Map.of(), Map.of(), good.body()));
        assertRefused(
                401,
                new InboundRequest(
                        "POST", "/", Map.of(), headers(good.signature().toLowerCase(Locale.ROOT)), good.body()));
        assertRefused(405, new InboundRequest("GET", "/", Map.of(), headers(good.signature()), good.body()));
    }

    @Test
    void isThereOnlyWithASecret() {
        TestContext context = new TestContext();

        assertThat(context.connector("http://127.0.0.1:1", Map.of()).inboundEndpoint())
                .isEmpty();
        assertThat(context.connector("http://127.0.0.1:1", Map.of(MerchantProConnectorFactory.WEBHOOK_SECRET, SECRET))
                        .inboundEndpoint())
                .isPresent();
    }

    private void assertRefused(int status, InboundRequest request) {
        Received received = endpoint.handle(request);

        assertThat(received.response().status()).isEqualTo(status);
        assertThat(received.hints()).isEmpty();
    }

    private static Received taken(Hint hint) {
        return new Received(InboundEndpoint.InboundResponse.of(200, "ok"), List.of(hint));
    }

    static InboundRequest request(MerchantProWebhook webhook) {
        return new InboundRequest("POST", "/hooks/shop", Map.of(), headers(webhook.signature()), webhook.body());
    }

    private static Map<String, List<String>> headers(String signature) {
        return Map.of(MerchantProWebhook.HEADER.toLowerCase(Locale.ROOT), List.of(signature));
    }
}
