package io.orderweave.connectors.allegro;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.error.FaultCategory;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to a refund that the simulator does not give. */
class AllegroRefundAnswersTest {

    private static final String FORM = "5b1f0c30-1a2b-11f1-9c55-7f3d2a90be01";
    private static final UUID KEY = UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01");
    private static final RefundRequest REQUEST = RefundRequest.builder()
            .key(KEY)
            .externalId(FORM)
            .reason(RefundReason.OTHER)
            .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("1.00", "PLN")))
            .build();

    @RegisterExtension
    private static final WireMockExtension ALLEGRO = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final Refunds refunds = new TestContext()
            .authorised("access-1")
            .connector(ALLEGRO.baseUrl(), Map.of())
            .refunds()
            .orElseThrow();

    @BeforeEach
    void showTheOrder() {
        ALLEGRO.stubFor(get("/order/checkout-forms/" + FORM)
                .willReturn(json(Fixture.prepaidLocker().form().toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "VALIDATED", "WAITING", "IN_PROGRESS", "PARTIAL", "SOMETHING_NEW", ""})
    void staysUnderwayUntilAllegroSaysThatItIsOver(String status) {
        ALLEGRO.stubFor(post("/payments/refunds").willReturn(json(refund(status))));
        ALLEGRO.stubFor(
                get(urlPathEqualTo("/payments/refunds")).willReturn(json("{\"refunds\":[" + refund(status) + "]}")));

        assertThat(refunds.refund(REQUEST))
                .isInstanceOfSatisfying(
                        WriteAnswer.Accepted.class,
                        accepted -> assertThat(accepted.handle()).isEqualTo("rf-1"));
        assertThat(refunds.resume("rf-1", REQUEST)).isInstanceOf(WriteAnswer.Accepted.class);
        assertThat(refunds.find(REQUEST)).isEqualTo(new Lookup.Underway("rf-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELED", "VALIDATE_FAILED"})
    void isRejectedWhenAllegroDidNotMakeIt(String status) {
        ALLEGRO.stubFor(post("/payments/refunds").willReturn(json(refund(status))));
        ALLEGRO.stubFor(
                get(urlPathEqualTo("/payments/refunds")).willReturn(json("{\"refunds\":[" + refund(status) + "]}")));

        assertThat(refunds.refund(REQUEST)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(refunds.find(REQUEST)).isEqualTo(Lookup.absent());
    }

    @Test
    void isInDoubtWhenTheAnswerNamesNoRefund() {
        ALLEGRO.stubFor(post("/payments/refunds").willReturn(json("{\"status\":\"SUCCESS\"}")));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> refunds.refund(REQUEST));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
    }

    @Test
    void namesASurchargeAsAnItemOfTheFirstPayment() {
        ALLEGRO.stubFor(get("/order/checkout-forms/" + FORM)
                .willReturn(json(Fixture.prepaidLocker()
                        .with("/surcharges", "[{'id':'s-1','type':'ONLINE'}]")
                        .form()
                        .toString())));
        ALLEGRO.stubFor(post("/payments/refunds").willReturn(json(refund("NEW"))));

        refunds.refund(RefundRequest.builder().from(REQUEST).payment("s-1").build());

        ALLEGRO.verify(postRequestedFor(urlEqualTo("/payments/refunds")).withRequestBody(equalToJson("""
                {"payment":{"id":"7e0d44a1-1a2b-11f1-9c55-7f3d2a90be02"},
                 "order":{"id":"5b1f0c30-1a2b-11f1-9c55-7f3d2a90be01"},
                 "commandId":"5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01",
                 "reason":"REFUND",
                 "surcharges":[{"id":"s-1","value":{"amount":"1.00","currency":"PLN"}}],
                 "sellerComment":"ref. 5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01"}""")));
    }

    @Test
    void isRejectedWithoutAPaymentToPayBack() {
        ALLEGRO.stubFor(get("/order/checkout-forms/" + FORM)
                .willReturn(json(
                        Fixture.prepaidLocker().with("/payment", "null").form().toString())));

        assertThat(refunds.refund(REQUEST)).isEqualTo(new WriteAnswer.Rejected("the order has no payment at Allegro"));
    }

    private static String refund(String status) {
        return "{\"id\":\"rf-1\",\"status\":\"" + status + "\",\"sellerComment\":\"Przepraszamy ref. " + KEY + "\"}";
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", AllegroApi.MEDIA_TYPE).withBody(body);
    }
}
