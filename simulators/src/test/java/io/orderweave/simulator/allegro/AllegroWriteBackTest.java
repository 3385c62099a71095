package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroClient.Reply;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroWriteBackTest extends AllegroTestCase {

    private final String formId = allegro.buyers().placeReady(mugs());

    @Override
    AllegroSettings.Builder settings() {
        return super.settings()
                .fulfillmentWritesPerOrder(3)
                .ordersPerWaybill(2)
                .invoiceScan(Duration.ofSeconds(30))
                .fulfillmentLag(Duration.ofSeconds(5));
    }

    @Nested
    class TheFulfillmentStatus {

        @Test
        void isSetWithoutANewRevisionOrUpdate() throws Exception {
            JsonNode before = read();
            clock.advance(Duration.ofMinutes(1));

            assertThat(put("SENT", revision()).status()).isEqualTo(204);

            clock.advance(Duration.ofSeconds(5));
            assertThat(read().at("/fulfillment/status").asText()).isEqualTo("SENT");
            assertThat(read().path("revision")).isEqualTo(before.path("revision"));
            assertThat(read().path("updatedAt")).isEqualTo(before.path("updatedAt"));
            assertThat(client.eventTypes("")).endsWith("FULFILLMENT_STATUS_CHANGED");
        }

        @Test
        void isSeenOnlyAfterTheLag() throws Exception {
            put("PROCESSING", revision());
            assertThat(read().at("/fulfillment/status").asText()).isEqualTo("NEW");

            clock.advance(Duration.ofSeconds(5));
            assertThat(read().at("/fulfillment/status").asText()).isEqualTo("PROCESSING");
        }

        @Test
        void isRefusedForAStaleRevision() throws Exception {
            String stale = revision();
            allegro.buyers().changeAddress(formId, AllegroAddress.sample(AllegroMarketplace.PL));

            assertThat(put("SENT", stale).status()).isEqualTo(409);
            assertThat(put("SENT", revision()).status()).isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {"RETURNED", "SHIPPED", ""})
        void isRefusedWhenItCannotBeSet(String status) throws Exception {
            assertThat(put(status, revision()).status()).isEqualTo(422);
            assertThat(counters().fulfillmentWrites()).isEmpty();
            assertThat(counters().refusals()).containsExactly(Map.entry("FulfillmentStatusInvalid", 1));
        }

        @Test
        void maySayHowMuchWasSent() throws Exception {
            String path = form(formId) + "/fulfillment";

            assertThat(client.json("PUT", path, "{'status':'SENT','shipmentSummary':{'lineItemsSent':'SOME'}}")
                            .status())
                    .isEqualTo(204);
            assertThat(client.json("PUT", path, "{'status':'SENT','shipmentSummary':{'lineItemsSent':'MANY'}}")
                            .status())
                    .isEqualTo(422);

            assertThat(read().at("/fulfillment/shipmentSummary/lineItemsSent").asText())
                    .isEqualTo("SOME");
        }

        @Test
        void mayBeWrittenOnlySoOften() throws Exception {
            for (int i = 0; i < 3; i++) {
                assertThat(put("SENT", revision()).status()).isEqualTo(204);
            }

            Reply refused = put("SENT", revision());

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.errorCode()).isEqualTo("SellerOrdersStoreUnprocessableEntityException");
            assertThat(refused.body().at("/errors/0/message").isNull()).isTrue();
            assertThat(counters().fulfillmentWrites()).containsExactly("SENT", "SENT", "SENT");
            assertThat(client.eventTypes("?type=FULFILLMENT_STATUS_CHANGED"))
                    .as("only changes are told")
                    .hasSize(1);
        }

        @Test
        void becomesReturnedOnlyByAllegro() throws Exception {
            allegro.platform().markReturned(formId);

            clock.advance(Duration.ofSeconds(5));
            assertThat(read().at("/fulfillment/status").asText()).isEqualTo("RETURNED");
        }

        private Reply put(String status, String revision) throws Exception {
            return client.json(
                    "PUT",
                    form(formId) + "/fulfillment?checkoutForm.revision=" + revision,
                    "{'status':'" + status + "'}");
        }

        private String revision() throws Exception {
            return read().path("revision").asText();
        }
    }

    @Nested
    class Shipments {

        @Test
        void areAddedAndListed() throws Exception {
            Reply created = post("{'carrierId':'INPOST','waybill':'520001'}");

            assertThat(created.status()).isEqualTo(201);
            assertThat(created.body().path("lineItems"))
                    .as("all, when none is named")
                    .hasSize(1);
            JsonNode listed = client.get(form(formId) + "/shipments").body().at("/shipments/0");
            assertThat(listed).isEqualTo(created.body());
            assertThat(listed.path("createdAt").asText()).isEqualTo("2026-11-21T10:00:00.000Z");
            assertThat(read().at("/fulfillment/shipmentSummary/lineItemsSent").asText())
                    .isEqualTo("ALL");
        }

        @Test
        void areStoredTwiceWhenSentTwice() throws Exception {
            post("{'carrierId':'INPOST','waybill':'520001'}");
            assertThat(allegro.counters().duplicates()).isEmpty();

            post("{'carrierId':'INPOST','waybill':'520001'}");

            assertThat(counters().shipmentsByWaybill()).containsExactly(Map.entry("520001", 2));
            assertThat(allegro.counters().duplicates())
                    .containsExactly("order " + formId + " has waybill 520001 2 times");
        }

        @Test
        void areStoredOnceWhenTheAnswerIsCut() throws Exception {
            allegro.faults().on("POST", form(formId) + "/shipments").once(Fault.cutAfterWrite());

            assertThatThrownBy(() -> post("{'carrierId':'DPD','waybill':'13500'}"))
                    .isInstanceOf(IOException.class);

            assertThat(counters().shipmentsByWaybill()).containsExactly(Map.entry("13500", 1));
            assertThat(client.get(form(formId) + "/shipments")
                            .body()
                            .at("/shipments/0/waybill")
                            .asText())
                    .as("found again by listing")
                    .isEqualTo("13500");
        }

        @Test
        void areNotStoredWhenTheRequestIsCut() {
            allegro.faults().on("POST", form(formId) + "/shipments").once(Fault.cutBefore());

            assertThatThrownBy(() -> post("{'carrierId':'DPD','waybill':'13500'}"))
                    .isInstanceOf(IOException.class);

            assertThat(counters().shipments()).isZero();
        }

        @Test
        void mayCoverSomeLines() throws Exception {
            String twoLines = allegro.buyers()
                    .placeReady(AllegroOrderScript.builder()
                            .from(mugs())
                            .addAllLines(teapot().lines())
                            .build());
            String line =
                    client.get(form(twoLines)).body().at("/lineItems/1/id").asText();

            Reply created = client.json(
                    "POST",
                    form(twoLines) + "/shipments",
                    "{'carrierId':'DPD','waybill':'1','lineItems':[{'id':'" + line + "'}]}");

            assertThat(created.body().at("/lineItems/0/id").asText()).isEqualTo(line);
            assertThat(client.get(form(twoLines))
                            .body()
                            .at("/fulfillment/shipmentSummary/lineItemsSent")
                            .asText())
                    .isEqualTo("SOME");
        }

        @Test
        void ofOtherCarriersNeedAName() throws Exception {
            assertThat(post("{'carrierId':'OTHER','waybill':'1'}").status()).isEqualTo(400);
            assertThat(post("{'carrierId':'OTHER','waybill':'1','carrierName':'" + "x".repeat(31) + "'}")
                            .status())
                    .isEqualTo(400);
            assertThat(post("{'carrierId':'OTHER','waybill':'1','carrierName':'Posel'}")
                            .body()
                            .path("carrierName")
                            .asText())
                    .isEqualTo("Posel");
            assertThat(post("{'carrierId':'DPD','waybill':'2','carrierName':'Posel'}")
                            .body()
                            .path("carrierName")
                            .isNull())
                    .as("ignored for known carriers")
                    .isTrue();
        }

        @Test
        void areRefusedWhenWrong() throws Exception {
            Reply carrier = post("{'carrierId':'ALLEGRO','waybill':'1'}");
            assertThat(carrier.status()).isEqualTo(400);
            assertThat(carrier.errorCode()).isEqualTo("CarrierIdValidationException");
            assertThat(post("{'carrierId':'DPD'}").status()).isEqualTo(400);
            assertThat(post("{'carrierId':'DPD','waybill':' '}").status()).isEqualTo(400);
            assertThat(post("{'carrierId':'DPD','waybill':'" + "1".repeat(65) + "'}")
                            .status())
                    .isEqualTo(400);
            assertThat(post("{'carrierId':'DPD','waybill':'1','lineItems':[{'id':'x'}]}")
                            .status())
                    .isEqualTo(422);
            assertThat(counters().shipments()).isZero();
            assertThat(counters().refusals()).containsEntry("CarrierIdValidationException", 1);
        }

        @Test
        void haveNumbersAndNamesUpToTheLimit() throws Exception {
            assertThat(post("{'carrierId':'DPD','waybill':'" + "1".repeat(64) + "'}")
                            .status())
                    .isEqualTo(201);
            assertThat(post("{'carrierId':'OTHER','waybill':'1','carrierName':'" + "x".repeat(30) + "'}")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void maySetTheOrderToSent() throws Exception {
            try (AllegroSimulator automatic = settings().sentByWaybill(true).start()) {
                String order = automatic.buyers().placeReady(mugs());
                automatic.platform().enterWaybill(order, "DPD", "1");
                automatic.platform().enterWaybill(order, "DPD", "2");

                assertThat(automatic.counters().form(order).fulfillmentWrites()).containsExactly("SENT");
            }
            assertThat(allegro.counters().form(formId).fulfillmentWrites()).isEmpty();
        }

        @Test
        void areRefusedWhenTheWaybillIsInTooManyOrders() throws Exception {
            for (int i = 0; i < 2; i++) {
                String other = allegro.buyers().placeReady(mugs());
                client.json("POST", form(other) + "/shipments", "{'carrierId':'DPD','waybill':'1'}");
            }

            assertThat(post("{'carrierId':'DPD','waybill':'1'}").status()).isEqualTo(409);
            assertThat(post("{'carrierId':'DPD','waybill':'2'}").status()).isEqualTo(201);
        }

        @Test
        void mayComeFromElsewhere() throws Exception {
            allegro.platform().enterWaybill(formId, "ALLEGRO", "AD00X1");

            assertThat(client.get(form(formId) + "/shipments")
                            .body()
                            .at("/shipments/0/carrierId")
                            .asText())
                    .isEqualTo("ALLEGRO");
            assertThat(counters().shipmentsByWaybill()).containsKey("AD00X1");
        }

        private Reply post(String body) throws Exception {
            return client.json("POST", form(formId) + "/shipments", body);
        }
    }

    @Nested
    class Invoices {

        private final String path = form(formId) + "/invoices";

        @Test
        void comeInTwoStepsAndAreScanned() throws Exception {
            Reply created = post("FV/1/2026");
            assertThat(created.status()).isEqualTo(201);
            assertThat(first().at("/file/securityVerification").isNull()).isTrue();

            assertThat(upload(created, AllegroClient.PDF).status()).isEqualTo(200);
            assertThat(verdict()).isEqualTo("WAITING");
            clock.advance(Duration.ofSeconds(30));
            assertThat(verdict()).isEqualTo("ACCEPTED");

            assertThat(counters().invoicesByNumber()).containsExactly(Map.entry("FV/1/2026", 1));
            assertThat(counters().uploadsByNumber()).containsExactly(Map.entry("FV/1/2026", 1));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(AllegroClient.PDF));
            assertThat(counters().sha256ByNumber()).containsExactly(Map.entry("FV/1/2026", digest));
            assertThat(first().at("/file/securityVerification/verifiedAt").asText())
                    .isEqualTo("2026-11-21T10:00:30.000Z");
        }

        @Test
        void waitForTheFileOfTheOneBefore() throws Exception {
            post("FV/1/2026");
            assertThat(post("FV/1/2026").status()).isEqualTo(429);
            assertThat(counters().invoices()).isEqualTo(1);

            clock.advance(Duration.ofSeconds(10));
            assertThat(post("FV/1/2026").status()).as("after a few seconds").isEqualTo(201);
            assertThat(allegro.counters().duplicates())
                    .containsExactly("order " + formId + " has invoice FV/1/2026 2 times");
        }

        @Test
        void waitForTheScanOfTheOneBefore() throws Exception {
            upload(post("FV/1/2026"), AllegroClient.PDF);
            assertThat(post("FV/2/2026").status()).isEqualTo(422);

            clock.advance(Duration.ofSeconds(30));
            assertThat(post("FV/2/2026").status()).isEqualTo(201);
        }

        @Test
        void takeTheirFileOnce() throws Exception {
            Reply created = post("FV/1/2026");
            upload(created, AllegroClient.PDF);

            assertThat(upload(created, AllegroClient.PDF).status()).isEqualTo(409);
            assertThat(counters().uploadsByNumber()).containsExactly(Map.entry("FV/1/2026", 1));
        }

        @Test
        void keepTheirFileWhenTheAnswerIsCut() throws Exception {
            Reply created = post("FV/1/2026");
            allegro.faults().on("PUT", ".*/file").once(Fault.cutAfterWrite());

            assertThatThrownBy(() -> upload(created, AllegroClient.PDF)).isInstanceOf(IOException.class);

            assertThat(counters().uploadsByNumber()).containsExactly(Map.entry("FV/1/2026", 1));
        }

        @Test
        void takeOnlyRawPdfFiles() throws Exception {
            Reply created = post("FV/1/2026");
            byte[] base64 = Base64.getEncoder().encode(AllegroClient.PDF);

            assertThat(upload(created, base64).errorCode()).isEqualTo("FILE-CONTENT-INVALID");
            assertThat(upload(created, new byte[0]).errorCode()).isEqualTo("EMPTY-ATTACHMENT");
            assertThat(upload(created, "%PD".getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .isEqualTo(422);
            assertThat(upload(created, pdfOf(3 * 1024 * 1024 + 1)).status()).isEqualTo(413);
            assertThat(client.send(
                                    "PUT",
                                    file(created),
                                    BodyPublishers.ofByteArray(AllegroClient.PDF),
                                    "Accept",
                                    AllegroClient.MEDIA_TYPE,
                                    "Content-Type",
                                    "multipart/form-data; boundary=x")
                            .status())
                    .isEqualTo(415);
            assertThat(counters().uploadsByNumber()).isEmpty();
            assertThat(upload(created, pdfOf(3 * 1024 * 1024)).status()).isEqualTo(200);
        }

        @Test
        void mayBeRejectedByTheScan() throws Exception {
            allegro.platform().rejectInvoices(formId);
            upload(post("FV/1/2026"), AllegroClient.PDF);

            clock.advance(Duration.ofSeconds(30));

            assertThat(verdict()).isEqualTo("REJECTED");
        }

        @Test
        void areTenAtMost() throws Exception {
            for (int i = 0; i < 10; i++) {
                assertThat(post("FV/" + i).status()).isEqualTo(201);
                clock.advance(Duration.ofSeconds(10));
            }

            assertThat(post("FV/10").status()).isEqualTo(422);
        }

        @Test
        void areUploadedOnlyToWhatExists() throws Exception {
            assertThat(client.pdf(path + "/7/file", AllegroClient.PDF).status()).isEqualTo(404);
            assertThat(client.json("POST", path, "{'invoiceNumber':'1'}").status())
                    .isEqualTo(422);
            assertThat(client.json("POST", path, "{'file':{'name':'invoice.doc'}}")
                            .status())
                    .isEqualTo(422);
        }

        private Reply post(String number) throws Exception {
            return client.json("POST", path, "{'file':{'name':'invoice.pdf'},'invoiceNumber':'" + number + "'}");
        }

        private Reply upload(Reply created, byte[] file) throws Exception {
            return client.pdf(file(created), file);
        }

        private String file(Reply created) throws IOException {
            return path + "/" + created.body().path("id").asText() + "/file";
        }

        private JsonNode first() throws Exception {
            return client.get(path).body().at("/invoices/0");
        }

        private String verdict() throws Exception {
            return first().at("/file/securityVerification/status").asText();
        }

        private static byte[] pdfOf(int size) {
            byte[] file = new byte[size];
            System.arraycopy(AllegroClient.PDF, 0, file, 0, AllegroClient.PDF.length);
            return file;
        }
    }

    @Test
    void knowsNothingOfOrdersThatAreNotThere() throws Exception {
        String nowhere = form("00000000-0000-4000-8000-000000000000");

        assertThat(client.get(nowhere + "/shipments").status()).isEqualTo(404);
        assertThat(client.get(nowhere + "/invoices").status()).isEqualTo(404);
        assertThat(client.json("PUT", nowhere + "/fulfillment", "{'status':'SENT'}")
                        .status())
                .isEqualTo(404);
        assertThat(client.json("POST", nowhere + "/shipments", "{'carrierId':'DPD','waybill':'1'}")
                        .status())
                .isEqualTo(404);
        assertThat(client.json("POST", nowhere + "/invoices", "{'file':{'name':'i.pdf'}}")
                        .status())
                .isEqualTo(404);
        assertThat(client.pdf(nowhere + "/invoices/1/file", AllegroClient.PDF).status())
                .isEqualTo(404);
    }

    @Test
    void countsRequestsByOperation() throws Exception {
        read();
        read();
        client.get("/nowhere");

        assertThat(allegro.requestsByOperation())
                .containsEntry("GET /order/checkout-forms/{id}", 2)
                .containsEntry("unknown", 1);
    }

    private JsonNode read() throws Exception {
        return client.get(form(formId)).body();
    }

    private AllegroFormCounters counters() {
        return allegro.counters().form(formId);
    }
}
