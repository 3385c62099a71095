package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.simulator.ReferenceData;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every field name the simulator answers is one of the published specification's, at the same place. */
class AllegroReferenceTest extends AllegroTestCase {

    @Test
    void formsAndListsHaveThePublishedFields() throws Exception {
        String formId = allegro.buyers().placeReady(everything());
        allegro.buyers().paySurcharge(formId, new BigDecimal("5"));
        allegro.buyers().placeReady(mugs());

        assertKnown("spec-checkout-form.json", client.get(form(formId)).body());
        assertKnown(
                "spec-checkout-forms-list.json",
                client.get("/order/checkout-forms").body());
    }

    @Test
    void eventsHaveThePublishedFields() throws Exception {
        allegro.buyers().placeReady(everything());

        assertKnown("spec-order-events.json", client.get("/order/events").body());
        assertKnown("spec-event-stats.json", client.get("/order/event-stats").body());
    }

    @Test
    void writeBacksHaveThePublishedFields() throws Exception {
        String formId = allegro.buyers().placeReady(mugs());
        client.json("POST", form(formId) + "/shipments", "{'carrierId':'DPD','waybill':'1'}");
        String invoiceId = client.json(
                        "POST", form(formId) + "/invoices", "{'file':{'name':'i.pdf'},'invoiceNumber':'FV/1'}")
                .body()
                .path("id")
                .asText();
        client.pdf(form(formId) + "/invoices/" + invoiceId + "/file", AllegroClient.PDF);

        assertKnown(
                "spec-shipments-list.json",
                client.get(form(formId) + "/shipments").body());
        assertKnown(
                "spec-invoices-list.json",
                client.get(form(formId) + "/invoices").body());
        assertKnown("spec-carriers.json", client.get("/order/carriers").body());
    }

    @Test
    void refundsAndReturnsHaveThePublishedFields() throws Exception {
        String formId = allegro.buyers().placeReady(mugs());
        String lineId = client.get(form(formId)).body().at("/lineItems/0/id").asText();
        String paymentId = client.get(form(formId)).body().at("/payment/id").asText();
        AllegroClient.Reply refund = client.json(
                "POST",
                "/payments/refunds",
                "{'payment':{'id':'" + paymentId + "'},'order':{'id':'" + formId
                        + "'},'commandId':'c-1','reason':'REFUND','sellerComment':'Przepraszamy','lineItems':[{'id':'"
                        + lineId + "','type':'QUANTITY','quantity':1}]}");
        String returnId = allegro.returns().announce(formId, "16001", 1, "MISTAKE");
        allegro.returns().dispatch(returnId, "INPOST", "6300");
        client.beta(
                "POST", "/order/customer-returns/" + returnId + "/rejection", "{'rejection':{'code':'ITEM_FIXED'}}");

        assertKnown("spec-refund-response.json", refund.body());
        assertKnown(
                "spec-customer-return.json",
                client.beta("GET", "/order/customer-returns/" + returnId, "").body());
    }

    @Test
    void commandsHaveThePublishedFields() throws Exception {
        allegro.offers().list(AllegroOffer.of("16001", "MUG-BLUE", "Kubek niebieski", 5, "24.90"));
        String command = "/sale/offer-quantity-change-commands/b9b8ef16-2709-411e-ac94-2be7e3ba25e7";
        client.json(
                "PUT",
                command,
                "{'modification':{'changeType':'FIXED','value':1},'offerCriteria':[{'type':'CONTAINS_OFFERS','offers':"
                        + "[{'id':'16001'},{'id':'none'}]}]}");

        assertKnown("spec-command-report.json", client.get(command).body());
        assertKnown("spec-command-tasks.json", client.get(command + "/tasks").body());
    }

    @Test
    void errorsHaveThePublishedFields() throws Exception {
        assertKnown(
                "spec-error.json",
                client.get(form("00000000-0000-4000-8000-000000000000")).body());
        assertKnown(
                "spec-auth-error.json",
                new AllegroClient(allegro.baseUrl(), "nobody").get("/me").body());
    }

    private static AllegroOrderScript everything() {
        return AllegroOrderScript.builder()
                .addLines(AllegroLine.builder()
                        .offerId("16003")
                        .sku("CUP")
                        .name("Filiżanka")
                        .price(new BigDecimal("12.30"))
                        .taxRate("23.00")
                        .addDiscounts("COUPON")
                        .deposit(new BigDecimal("0.50"))
                        .build())
                .delivery(AllegroDelivery.toPoint(
                        AllegroMarketplace.PL,
                        AllegroAddress.sample(AllegroMarketplace.PL),
                        new AllegroPickupPoint("TOR01N", "Punkt TOR01N", "ul. Długa 2", "87-100", "Toruń", "PL")))
                .invoice(AllegroInvoiceRequest.builder()
                        .companyName("Herbaciarnia Sp. z o.o.")
                        .putCompanyId("PL_NIP", "5260001246")
                        .vatPayerStatus("ACTIVE")
                        .street("ul. Lipowa 14")
                        .city("Toruń")
                        .zipCode("87-100")
                        .countryCode("PL")
                        .build())
                .build();
    }

    private static void assertKnown(String sample, JsonNode answer) throws IOException {
        JsonNode published = new ObjectMapper()
                .readTree(
                        ReferenceData.folder("samples/allegro").resolve(sample).toFile());
        List<String> unknown = new ArrayList<>();
        collectUnknown("", answer, published, unknown);
        assertThat(answer).isNotEmpty();
        assertThat(unknown).as("fields that are not in %s", sample).isEmpty();
    }

    private static void collectUnknown(String path, JsonNode answer, JsonNode published, List<String> unknown) {
        if (published.isNull()) {
            return; // the sample leaves this part out
        }
        if (answer.isArray()) {
            answer.forEach(element -> collectUnknown(path + "[]", element, published.path(0), unknown));
        }
        answer.fields().forEachRemaining(field -> {
            String fieldPath = path + "." + field.getKey();
            if (published.has(field.getKey())) {
                collectUnknown(fieldPath, field.getValue(), published.path(field.getKey()), unknown);
            } else {
                unknown.add(fieldPath);
            }
        });
    }
}
