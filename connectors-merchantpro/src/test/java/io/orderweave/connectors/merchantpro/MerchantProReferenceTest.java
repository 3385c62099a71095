package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.http.RawJson;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.referee.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against samples of others, where they are known. */
class MerchantProReferenceTest {

    private static @Nullable Path samples;

    @BeforeAll
    static void findSamples() {
        samples = ReferenceData.required("samples/merchantpro", "the known MerchantPro samples");
    }

    @Test
    void mapsTheOneRealOrderWithoutLoss() throws IOException {
        RawJson row = sample("reconstructed-orders-list-envelope.json")
                .elements("data")
                .get(0);

        Item item = new MerchantProOrderMapper(Set.of("cash_delivery")).item(MerchantProIds.of(row), row);

        assertThat(item).isInstanceOf(Item.Changed.class);
        ChannelOrder order = ((Item.Changed) item).order();
        assertThat(order.externalId()).isEqualTo("42209911");
        assertThat(order.term()).isEqualTo("awaiting");
        assertThat(order.lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
        assertThat(order.total()).isEqualTo(Money.of("40498", "RSD"));
        assertThat(order.lines())
                .extracting(OrderLine::total)
                .containsExactly(Money.of("16499", "RSD"), Money.of("23999", "RSD"));
        assertThat(order.lines().get(0).vatRate()).contains(VatRate.of("20"));
        assertThat(order.lines().get(1).originalUnitPrice()).contains(Money.of("34999", "RSD"));
        assertThat(order.charges()).isEmpty();
        assertThat(order.payments()).isEmpty();
        assertThat(order.payment().timing()).isEqualTo(PaymentTerms.Timing.ON_DELIVERY);
        assertThat(order.payment().collectOnDelivery()).contains(order.total());
        assertThat(order.delivery()
                        .recipient()
                        .orElseThrow()
                        .address()
                        .orElseThrow()
                        .postalCode())
                .isEqualTo("11160");
    }

    @Test
    void checksSignaturesAsTheOfficialDemoDoes() throws IOException {
        JsonNode vector = sample("computed-webhook-signature-vector.json").tree();
        InboundRequest request = new InboundRequest(
                "POST",
                "/",
                Map.of(),
                Map.of(
                        vector.path("header").asText().toLowerCase(Locale.ROOT),
                        List.of(vector.path("expected").asText())),
                vector.path("raw_body").asText().getBytes(StandardCharsets.UTF_8));

        var endpoint = new MerchantProInboundEndpoint(vector.path("secret").asText());

        assertThat(endpoint.handle(request).response().status()).isEqualTo(200);
    }

    private static RawJson sample(String name) throws IOException {
        return RawJson.parse(Files.readAllBytes(Objects.requireNonNull(samples).resolve(name)));
    }
}
