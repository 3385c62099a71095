package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first vector is that of Kaufland's documentation (sellerapi.kaufland.com/?page=rest-api), the others are computed alike. */
class KauflandSignerTest {

    private static final String SECRET = "a7d0cb1da1ddbc86c96ee5fedd341b7d8ebfbb2f5c83cfe0909f4e57f05dd403";
    private static final Instant THEN = Instant.ofEpochSecond(1411055926);

    private final KauflandSigner signer =
            new KauflandSigner(new KauflandConfig.Keys("a-client", SECRET), Optional.empty());

    @Test
    void signsTheOfficialVector() {
        assertThat(sign("POST", "https://sellerapi.kaufland.com/v2/units/", "", THEN))
                .containsEntry("Shop-Signature", "da0b65f51c0716c1d3fa658b7eaf710583630a762a98c9af8e9b392bd9df2e2a")
                .containsEntry("Shop-Timestamp", "1411055926")
                .containsEntry("Shop-Client-Key", "a-client")
                .doesNotContainKey("Shop-Partner-Client-Key");
    }

    @Test
    void signsTheQuery() {
        assertThat(sign(
                        "GET",
                        "https://sellerapi.kaufland.com/v2/order-units?status=need_to_be_sent&storefront=de",
                        "",
                        THEN))
                .containsEntry("Shop-Signature", "43b41e9dc9091f592b4d2b391dbcb27ea857e798dbfbd71c68e5b95a6022db7b");
    }

    @Test
    void signsTheBody() {
        assertThat(sign(
                        "PATCH",
                        "https://sellerapi.kaufland.com/v2/order-units/314567896580917/send",
                        "{\"tracking_numbers\":\"0034123456789,0034987654321\",\"carrier_code\":\"DHL\"}",
                        THEN))
                .containsEntry("Shop-Signature", "8ebe698dc0c2e5a0b4be4e6f78f524886661b07a1ad0e3555186fd3b46733126");
    }

    @Test
    void addsThePartnersSignatureOverTheSame() {
        KauflandSigner both = new KauflandSigner(
                new KauflandConfig.Keys("a-client", "other"),
                Optional.of(new KauflandConfig.Keys("a-partner", SECRET)));

        assertThat(both.sign("POST", "https://sellerapi.kaufland.com/v2/units/", new byte[0], THEN))
                .containsEntry("Shop-Partner-Client-Key", "a-partner")
                .containsEntry(
                        "Shop-Partner-Signature", "da0b65f51c0716c1d3fa658b7eaf710583630a762a98c9af8e9b392bd9df2e2a");
    }

    @Test
    void printsNoSecret() {
        assertThat(signer + " " + new KauflandConfig.Keys("a-client", SECRET)).doesNotContain(SECRET);
    }

    private Map<String, String> sign(String method, String url, String body, Instant now) {
        return signer.sign(method, url, body.getBytes(StandardCharsets.UTF_8), now);
    }
}
