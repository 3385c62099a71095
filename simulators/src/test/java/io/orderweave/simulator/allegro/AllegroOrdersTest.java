package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.allegro.AllegroClient.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroOrdersTest extends AllegroTestCase {

    @Nested
    class AForm {

        @Test
        void growsFromBoughtToReady() throws Exception {
            String formId = allegro.buyers().buy(mugs());
            JsonNode bought = read(formId);
            assertThat(bought.path("status").asText()).isEqualTo("BOUGHT");
            assertThat(bought.path("delivery").isNull()).isTrue();
            assertThat(bought.path("payment").isNull()).isTrue();
            assertThat(total(bought)).isEqualTo("49.80");

            allegro.buyers().fillIn(formId);
            JsonNode filledIn = read(formId);
            assertThat(filledIn.path("status").asText()).isEqualTo("FILLED_IN");
            assertThat(filledIn.at("/payment/paidAmount").isNull()).isTrue();
            assertThat(total(filledIn)).as("goods and courier").isEqualTo("60.79");

            allegro.buyers().pay(formId);
            JsonNode ready = read(formId);
            assertThat(ready.path("status").asText()).isEqualTo("READY_FOR_PROCESSING");
            assertThat(ready.at("/payment/paidAmount/amount").asText()).isEqualTo("60.79");
            assertThat(ready.at("/fulfillment/status").asText()).isEqualTo("NEW");
            assertThat(List.of(bought, filledIn, ready))
                    .extracting(form -> form.path("revision"))
                    .doesNotHaveDuplicates();
        }

        @Test
        void saysAllThatWasScripted() throws Exception {
            AllegroOrderScript script = AllegroOrderScript.builder()
                    .marketplace(AllegroMarketplace.CZ)
                    .addLines(AllegroLine.builder()
                            .offerId("17001")
                            .name("Limonáda")
                            .quantity(6)
                            .price(new BigDecimal("29.5"))
                            .originalPrice(new BigDecimal("35"))
                            .taxRate("21.00")
                            .addDiscounts("BUNDLE")
                            .deposit(new BigDecimal("3"))
                            .build())
                    .delivery(AllegroDelivery.toPoint(
                            AllegroMarketplace.CZ,
                            AllegroAddress.sample(AllegroMarketplace.CZ),
                            new AllegroPickupPoint("4711", "Trafika", "Dolní 3", "772 00", "Olomouc", "CZ")))
                    .invoice(AllegroInvoiceRequest.builder()
                            .companyName("Květinářství U Lípy s.r.o.")
                            .putCompanyId("CZ_ICO", "12345679")
                            .vatPayerStatus("ACTIVE")
                            .street("Květná 27")
                            .city("Olomouc")
                            .zipCode("779 00")
                            .countryCode("CZ")
                            .build())
                    .messageToSeller("Zvonek nefunguje")
                    .build();

            JsonNode form = read(allegro.buyers().placeReady(script));

            assertThat(form.at("/marketplace/id").asText()).isEqualTo("allegro-cz");
            assertThat(form.at("/buyer/preferences/language").asText()).isEqualTo("cs-CZ");
            assertThat(form.at("/buyer/address/postCode").asText()).isEqualTo("779 00");
            assertThat(form.at("/buyer/guest").asBoolean(true)).isFalse();
            assertThat(form.at("/delivery/address/zipCode").asText()).isEqualTo("779 00");
            assertThat(form.at("/delivery/method/name").asText()).isEqualTo("Výdejní místo");
            assertThat(form.at("/delivery/smart").asBoolean(true)).isFalse();
            assertThat(form.path("messageToSeller").asText()).isEqualTo("Zvonek nefunguje");
            assertThat(form.at("/lineItems/0/offer/external").isNull()).isTrue();
            assertThat(form.at("/lineItems/0/price/amount").asText()).isEqualTo("29.50");
            assertThat(form.at("/lineItems/0/originalPrice/amount").asText()).isEqualTo("35.00");
            assertThat(form.at("/lineItems/0/tax/rate").asText()).isEqualTo("21.00");
            assertThat(form.at("/lineItems/0/discounts/0/type").asText()).isEqualTo("BUNDLE");
            assertThat(form.at("/lineItems/0/deposit/price/amount").asText()).isEqualTo("3.00");
            assertThat(form.at("/delivery/pickupPoint/id").asText()).isEqualTo("4711");
            assertThat(form.at("/delivery/cost/currency").asText()).isEqualTo("CZK");
            assertThat(form.at("/invoice/address/company/ids/0/type").asText()).isEqualTo("CZ_ICO");
            assertThat(form.at("/invoice/address/naturalPerson").isNull()).isTrue();
            assertThat(form.at("/invoice/required").asBoolean()).isTrue();
            assertThat(total(form)).as("6 * (29.50 + 3) + 69").isEqualTo("264.00");
        }

        @Test
        void billsANaturalPersonOrACompanyButNotBoth() throws Exception {
            AllegroInvoiceRequest.Builder invoice = AllegroInvoiceRequest.builder()
                    .street("Dolní 3")
                    .city("Olomouc")
                    .zipCode("772 00")
                    .countryCode("CZ")
                    .firstName("Alžběta")
                    .lastName("Dvořáčková");
            AllegroOrderScript script = AllegroOrderScript.builder()
                    .from(mugs())
                    .invoice(invoice.build())
                    .build();

            JsonNode form = read(allegro.buyers().placeReady(script));

            assertThat(form.at("/invoice/address/naturalPerson/lastName").asText())
                    .isEqualTo("Dvořáčková");
            assertThat(form.at("/invoice/address/company").isNull()).isTrue();
            assertThatThrownBy(() -> invoice.companyName("Květinářství").build())
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void keepsTheOrderOfItsSteps() {
            String ready = allegro.buyers().placeReady(mugs());
            String unpaid = allegro.buyers().place(mugs());

            assertThatThrownBy(() -> allegro.buyers().pay(ready)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> allegro.buyers().accept(ready, AllegroEventDelivery.ONCE))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> allegro.buyers().paySurcharge(unpaid, BigDecimal.ONE))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> allegro.buyers().fillIn(unpaid)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> allegro.buyers().pay("nobody")).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void isReadyWithoutMoneyWhenPaidOnDelivery() throws Exception {
            AllegroOrderScript script = AllegroOrderScript.builder()
                    .from(mugs())
                    .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                    .build();

            JsonNode form = read(allegro.buyers().placeReady(script));

            assertThat(form.path("status").asText()).isEqualTo("READY_FOR_PROCESSING");
            assertThat(form.at("/payment/paidAmount").isNull()).isTrue();
            assertThat(form.at("/payment/provider").isNull()).isTrue();
            assertThat(form.at("/payment/finishedAt").asText())
                    .as("accepted, not paid")
                    .isNotEmpty();
            assertThatThrownBy(() -> allegro.buyers().pay(allegro.buyers().place(script)))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void mayBePaidTooLittleAndThenBySurcharge() throws Exception {
            String formId = allegro.buyers().place(mugs());
            allegro.buyers().payAmount(formId, new BigDecimal("50"));
            allegro.buyers().paySurcharge(formId, new BigDecimal("10.79"));

            JsonNode form = read(formId);

            assertThat(form.at("/payment/paidAmount/amount").asText()).isEqualTo("50.00");
            assertThat(form.at("/surcharges/0/paidAmount/amount").asText()).isEqualTo("10.79");
            assertThat(form.at("/surcharges/0/id")).isNotEqualTo(form.at("/payment/id"));
            assertThat(client.eventTypes("?type=READY_FOR_PROCESSING")).hasSize(2);
        }

        @Test
        void getsANewAddressAndRevision() throws Exception {
            String formId = allegro.buyers().placeReady(mugs());
            JsonNode before = read(formId);
            clock.advance(Duration.ofHours(1));

            allegro.buyers().changeAddress(formId, AllegroAddress.sample(AllegroMarketplace.SK));

            JsonNode after = read(formId);
            assertThat(after.at("/delivery/address/city").asText()).isEqualTo("Žilina");
            assertThat(after.at("/delivery/address/modifiedAt").asText()).isEqualTo("2026-11-21T11:00:00.000Z");
            assertThat(after.path("updatedAt").asText()).isEqualTo("2026-11-21T11:00:00.000Z");
            assertThat(after.path("revision")).isNotEqualTo(before.path("revision"));
            assertThat(client.eventTypes("")).endsWith("BUYER_MODIFIED");
        }

        @Test
        void isCancelledByItsBuyerWithoutTouchingTheSellersStatus() throws Exception {
            String formId = allegro.buyers().placeReady(mugs());
            JsonNode before = read(formId);
            clock.advance(Duration.ofMinutes(1));

            allegro.buyers().cancel(formId);

            assertThat(read(formId).path("status").asText()).isEqualTo("CANCELLED");
            assertThat(read(formId).path("revision")).isNotEqualTo(before.path("revision"));
            assertThat(read(formId).path("updatedAt").asText()).isEqualTo("2026-11-21T10:01:00.000Z");
            assertThat(read(formId).at("/fulfillment/status").asText()).isEqualTo("NEW");
            assertThat(client.eventTypes("")).endsWith("BUYER_CANCELLED");
        }

        @Test
        void isCancelledByAllegroOnlyWhenUnpaid() throws Exception {
            String unpaid = allegro.buyers().place(mugs());
            allegro.buyers().autoCancel(unpaid);
            assertThat(read(unpaid).path("status").asText()).isEqualTo("CANCELLED");
            assertThat(client.eventTypes("")).endsWith("AUTO_CANCELLED");

            String paid = allegro.buyers().placeReady(mugs());
            assertThatThrownBy(() -> allegro.buyers().autoCancel(paid)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void isNotChangedByItsBuyerOnceTheSellerHasBegun() {
            String begun = allegro.buyers().placeReady(mugs());
            allegro.platform().setFulfillment(begun, "PROCESSING");
            String onItsWay = allegro.buyers().placeReady(mugs());
            allegro.platform().enterWaybill(onItsWay, "DPD", "W1");
            String old = allegro.buyers().placeReady(mugs());

            assertThatThrownBy(() -> allegro.buyers().cancel(begun)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> allegro.buyers().cancel(onItsWay)).isInstanceOf(IllegalStateException.class);
            clock.advance(Duration.ofDays(3).plusSeconds(1));
            assertThatThrownBy(() -> allegro.buyers().cancel(old)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void mayBeEditedForWhatNoStepCovers() throws Exception {
            String formId = allegro.buyers().placeReady(mugs());
            JsonNode before = read(formId).path("revision");

            allegro.buyers().edit(formId, form -> ((ObjectNode) form.path("payment")).put("type", "MOONBEAMS"));

            assertThat(read(formId).at("/payment/type").asText()).isEqualTo("MOONBEAMS");
            assertThat(read(formId).path("revision")).isNotEqualTo(before);
        }

        @Test
        void isNotFoundUnderAnotherId() throws Exception {
            Reply unknown = client.get(form("00000000-0000-4000-8000-000000000000"));
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.errorCode()).isEqualTo("CheckoutFormNotFoundException");

            assertThat(client.get(form("seven")).status()).isEqualTo(422);
        }

        @Test
        void hasTheSameIdsInEveryRun() {
            try (AllegroSimulator other = settings().start()) {
                assertThat(other.buyers().place(mugs()))
                        .isNotEqualTo(other.buyers().place(mugs()));
            }
            try (AllegroSimulator one = settings().start();
                    AllegroSimulator two = settings().start()) {
                assertThat(one.buyers().place(mugs())).isEqualTo(two.buyers().place(mugs()));
            }
        }
    }

    @Nested
    class AJointPayment {

        @Test
        void putsANewFormInThePlaceOfTwo() throws Exception {
            String first = allegro.buyers().place(mugs());
            String second = allegro.buyers().place(teapot());
            List<String> lines = new ArrayList<>(lineIds(first));
            lines.addAll(lineIds(second));

            String joint = allegro.buyers().payJointly(first, second);

            assertThat(client.get(form(first)).errorCode()).isEqualTo("CheckoutFormNotFoundException");
            assertThat(client.get(form(second)).status()).isEqualTo(404);
            assertThat(lineIds(joint)).isEqualTo(lines);
            assertThat(total(read(joint))).as("49.80 + 89.00 + 10.99").isEqualTo("149.79");
            assertThat(read(joint).path("status").asText()).isEqualTo("READY_FOR_PROCESSING");
            JsonNode last = client.get("/order/events").body().at("/events/4");
            assertThat(last.path("type").asText()).isEqualTo("READY_FOR_PROCESSING");
            assertThat(last.at("/order/checkoutForm/id").asText()).isEqualTo(joint);
        }

        @Test
        void isOnlyForUnpaidOrdersOfOneBuyer() {
            String paid = allegro.buyers().placeReady(mugs());
            String unpaid = allegro.buyers().place(mugs());
            String czech = allegro.buyers()
                    .place(AllegroOrderScript.builder()
                            .from(mugs())
                            .marketplace(AllegroMarketplace.CZ)
                            .build());

            assertThatThrownBy(() -> allegro.buyers().payJointly(paid, unpaid))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> allegro.buyers().payJointly(unpaid, czech))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void isNotForCashOnDeliveryWhichStaysAsItIs() throws Exception {
            AllegroOrderScript collected = AllegroOrderScript.builder()
                    .from(mugs())
                    .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                    .build();
            String online = allegro.buyers().place(mugs());
            String first = allegro.buyers().place(collected);
            String second = allegro.buyers().place(collected);

            assertThatThrownBy(() -> allegro.buyers().payJointly(first, second))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> allegro.buyers().payJointly(online, second))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(read(online).path("status").asText()).isEqualTo("FILLED_IN");
            assertThat(read(first).path("status").asText()).isEqualTo("FILLED_IN");
            assertThat(read(second).path("status").asText()).isEqualTo("FILLED_IN");
            assertThat(allegro.counters().forms()).hasSize(3);
        }

        private List<String> lineIds(String formId) throws Exception {
            return read(formId).path("lineItems").findParents("boughtAt").stream()
                    .map(line -> line.path("id").asText())
                    .toList();
        }
    }

    @Nested
    class TheList {

        @Test
        void beginsWithTheLatestBought() throws Exception {
            String older = allegro.buyers().place(mugs());
            clock.advance(Duration.ofMinutes(1));
            String newer = allegro.buyers().place(teapot());

            assertThat(list("")).containsExactly(newer, older);
            assertThat(list("?sort=lineItems.boughtAt")).containsExactly(older, newer);
        }

        @Test
        void hasPages() throws Exception {
            for (int i = 0; i < 5; i++) {
                allegro.buyers().place(mugs());
                clock.advance(Duration.ofMinutes(1));
            }
            List<String> all = list("");

            JsonNode page =
                    client.get("/order/checkout-forms?offset=3&limit=10").body();

            assertThat(list("?offset=1&limit=2")).isEqualTo(all.subList(1, 3));
            assertThat(page.path("count").asInt()).isEqualTo(2);
            assertThat(page.path("totalCount").asInt()).isEqualTo(5);
        }

        @Test
        void filters() throws Exception {
            String unpaid = allegro.buyers().place(mugs());
            clock.advance(Duration.ofMinutes(10));
            String ready = allegro.buyers().placeReady(teapot());
            clock.advance(Duration.ofMinutes(10));
            String czech = allegro.buyers()
                    .placeReady(AllegroOrderScript.builder()
                            .from(mugs())
                            .marketplace(AllegroMarketplace.CZ)
                            .build());
            allegro.platform().setFulfillment(ready, "PROCESSING");

            assertThat(list("?status=FILLED_IN")).containsExactly(unpaid);
            assertThat(list("?status=FILLED_IN&status=READY_FOR_PROCESSING")).hasSize(3);
            assertThat(list("?fulfillment.status=PROCESSING")).containsExactly(ready);
            assertThat(list("?marketplace.id=allegro-cz")).containsExactly(czech);
            assertThat(list("?lineItems.boughtAt.gte=2026-11-21T10:10:00Z&lineItems.boughtAt.lte=2026-11-21T10:10:00Z"))
                    .containsExactly(ready);
            assertThat(list("?updatedAt.gte=2026-11-21T11:20:00%2B01:00")).containsExactly(czech);
            assertThat(list("?updatedAt.lte=2026-11-21T10:00:00.000Z")).containsExactly(unpaid);
            assertThat(list("?sort=updatedAt").get(0)).isEqualTo(unpaid);
            assertThat(list("?sort=-updatedAt").get(0)).isEqualTo(czech);
        }

        @Test
        void filtersByEveryPublishedPart() throws Exception {
            String other = allegro.buyers()
                    .placeReady(AllegroOrderScript.builder()
                            .from(mugs())
                            .marketplace(AllegroMarketplace.CZ)
                            .build());
            String wanted = allegro.buyers().placeReady(teapot());
            allegro.buyers().paySurcharge(wanted, BigDecimal.ONE);
            allegro.platform().enterWaybill(wanted, "DPD", "1");
            JsonNode form = read(wanted);

            assertThat(list("?buyer.login=" + form.at("/buyer/login").asText())).containsExactly(wanted);
            assertThat(list("?payment.id=" + form.at("/payment/id").asText())).containsExactly(wanted);
            assertThat(list("?surcharges.id=" + form.at("/surcharges/0/id").asText()))
                    .containsExactly(wanted);
            assertThat(list("?delivery.method.id="
                            + form.at("/delivery/method/id").asText()))
                    .containsExactly(wanted);
            assertThat(list("?fulfillment.shipmentSummary.lineItemsSent=ALL")).containsExactly(wanted);
            assertThat(list("?fulfillment.provider.id=ALLEGRO")).isEmpty();
            assertThat(list("?fulfillment.provider.id=SELLER&limit=100")).containsExactlyInAnyOrder(wanted, other);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?limit=101", "?limit=0", "?offset=-1"})
        void refusesWrongPages(String query) throws Exception {
            assertThat(client.get("/order/checkout-forms" + query).status()).isEqualTo(422);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?updatedAt.gte=yesterday", "?updatedAt.gte=2026-11-21T10:00:00", "?sort=price"})
        void refusesIllegalValues(String query) throws Exception {
            assertThat(client.get("/order/checkout-forms" + query).status()).isEqualTo(400);
        }

        private List<String> list(String query) throws Exception {
            List<String> ids = new ArrayList<>();
            client.get("/order/checkout-forms" + query)
                    .body()
                    .path("checkoutForms")
                    .forEach(form -> ids.add(form.path("id").asText()));
            return ids;
        }
    }

    private JsonNode read(String formId) throws Exception {
        return client.get(form(formId)).body();
    }

    private static String total(JsonNode form) {
        return form.at("/summary/totalToPay/amount").asText();
    }
}
