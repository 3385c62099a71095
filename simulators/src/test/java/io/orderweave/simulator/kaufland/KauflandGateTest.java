package io.orderweave.simulator.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.TestHttp.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KauflandGateTest extends KauflandTestCase {

    /** sellerapi.kaufland.com/?page=rest-api */
    @Test
    void signsAsTheOfficialVectorDoes() {
        assertThat(Signature.of(
                        "POST",
                        "https://sellerapi.kaufland.com/v2/units/",
                        "".getBytes(StandardCharsets.UTF_8),
                        "1411055926",
                        "a7d0cb1da1ddbc86c96ee5fedd341b7d8ebfbb2f5c83cfe0909f4e57f05dd403"))
                .isEqualTo("da0b65f51c0716c1d3fa658b7eaf710583630a762a98c9af8e9b392bd9df2e2a");
    }

    @Test
    void letsInWhoSignsWhatHeSends() throws Exception {
        assertThat(client.get("/info/storefront").status()).isEqualTo(200);
        assertThat(client.get("/orders?limit=5&embedded=a%20b&embedded=%C3%A4").status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnotherSecret() throws Exception {
        Reply reply = client.sendAt(START.getEpochSecond(), "GET", "/orders", "", "another-secret");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(KauflandClient.problem(reply)).isEqualTo("/problems/corrupted-signature");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void refusesATimestampThatIsOff(long seconds) throws Exception {
        assertThat(client.sendAt(START.getEpochSecond() + seconds, "GET", "/orders", "", KauflandClient.SECRET)
                        .status())
                .isEqualTo(401);
        assertThat(client.sendAt(
                                START.getEpochSecond() + seconds - Long.signum(seconds),
                                "GET",
                                "/orders",
                                "",
                                KauflandClient.SECRET)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnUnknownKeyAndMissingHeaders() throws Exception {
        Reply nobody = new TestHttp().send("GET", kaufland.baseUrl() + "/orders", "");
        Reply stranger = new TestHttp()
                .send(
                        "GET",
                        kaufland.baseUrl() + "/orders",
                        "",
                        "User-Agent",
                        "x",
                        "Shop-Client-Key",
                        "stranger",
                        "Shop-Timestamp",
                        "1",
                        "Shop-Signature",
                        "00");

        assertThat(KauflandClient.problem(nobody)).isEqualTo("/problems/missing-or-invalid-request-header");
        assertThat(KauflandClient.problem(stranger)).isEqualTo("/problems/invalid-credentials");
    }

    @Test
    void takesSignaturesOverTheUrlThatCallersUse() throws Exception {
        kaufland.platform().isReachedAt(URI.create("http://proxy.example:81/v2/somewhere"));
        assertThat(client.get("/orders").status()).isEqualTo(401);

        kaufland.platform().isReachedAt(URI.create(kaufland.baseUrl()));
        assertThat(client.get("/orders").status()).isEqualTo(200);
    }

    @Test
    void isReachedByAnyNameOfItsOwn() throws Exception {
        String byName = kaufland.baseUrl().replace("127.0.0.1", "localhost");

        assertThat(new KauflandClient(byName, clock).get("/orders").status()).isEqualTo(200);
    }

    @Test
    void blocksForLongerWhoCallsDuringABlock() throws Exception {
        kaufland.platform().blockFor(Duration.ofSeconds(30));
        assertThat(client.get("/orders").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(20));
        assertThat(client.get("/orders").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(20));
        assertThat(client.get("/orders").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(30));

        assertThat(client.get("/orders").status()).isEqualTo(200);
    }
}
