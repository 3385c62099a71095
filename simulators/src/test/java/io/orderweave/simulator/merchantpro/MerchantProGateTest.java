package io.orderweave.simulator.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.TestHttp.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MerchantProGateTest extends MerchantProTestCase {

    private static final String WRONG = MerchantProClient.basic(MerchantProClient.KEY, "guess");

    @Override
    MerchantProSettings.Builder settings() {
        return super.settings().requestsPerSecond(4).requestsPerMinute(6).retryAfter(Duration.ofSeconds(30));
    }

    @Test
    void letsNobodyInWithAWrongKeyAndLocksOutWhoKeepsTrying() throws Exception {
        for (int i = 0; i < 5; i++) {
            Reply answer = client.as(WRONG);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().at("/error/name").asText()).isEqualTo("unauthorized");
        }

        assertThat(client.as(WRONG).status()).isEqualTo(403);
        assertThat(client.get("orders").status()).as("with the right key").isEqualTo(403);
        clock.advance(Duration.ofHours(1));
        assertThat(client.get("orders").status()).isEqualTo(200);
    }

    @Test
    void forgivesAFewWrongKeysAfterARightOne() throws Exception {
        for (int i = 0; i < 4; i++) {
            client.as(WRONG);
        }
        client.get("orders");
        client.as(WRONG);

        assertThat(client.get("orders").status()).isEqualTo(200);
    }

    @Test
    void servesFourRequestsInASecondAndSoManyInAMinute() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(client.get("orders").status()).isEqualTo(200);
        }
        Reply refused = client.get("orders");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("30");

        clock.advance(Duration.ofSeconds(1));
        assertThat(client.get("orders").status()).isEqualTo(200);
        assertThat(client.get("orders").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.get("orders").status()).as("seventh of the minute").isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(client.get("orders").status()).isEqualTo(200);
    }

    @Test
    void blocksOnCue() throws Exception {
        shop.shop().blockFor(Duration.ofMinutes(2));

        assertThat(client.get("orders").status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(2));
        assertThat(client.get("orders").status()).isEqualTo(200);
    }

    @Test
    void aCallDuringABlockBeginsItAnew() throws Exception {
        shop.shop().blockFor(Duration.ofMinutes(2));

        clock.advance(Duration.ofSeconds(119));
        assertThat(client.get("orders").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(119));
        assertThat(client.get("orders").status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(2));
        assertThat(client.get("orders").status()).isEqualTo(200);
    }

    @Test
    void leadsFromAnyOtherNameToItsOwnHost() throws Exception {
        String other = shop.baseUrl().replace("127.0.0.1", "localhost");

        Reply answer = new TestHttp().send("GET", other + "/api/v2/orders", "");

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.response().headers().firstValue("Location")).contains(shop.baseUrl() + "/api/v2/orders");
    }

    @Test
    void knowsOnlyItsOwnResources() throws Exception {
        assertThat(client.get("nothing").status()).isEqualTo(404);
        assertThat(shop.requestsByOperation()).containsEntry("unknown", 1);
    }
}
