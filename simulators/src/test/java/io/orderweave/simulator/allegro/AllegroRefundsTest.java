package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroRefundsTest extends AllegroTestCase {

    private static final Duration MINUTES = Duration.ofMinutes(10);

    private final String formId = allegro.buyers().placeReady(mugs());

    @Override
    AllegroSettings.Builder settings() {
        return super.settings().refundTime(MINUTES);
    }

    @Test
    void takesARefundOnceHoweverOftenItsCommandComes() throws Exception {
        AllegroClient.Reply first = refund(piece("c-1", 1));
        AllegroClient.Reply again = refund(piece("c-1", 1));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(allegro.counters().form(formId).refundsByCommand()).containsOnlyKeys("c-1");
        assertThat(allegro.counters().duplicates()).isEmpty();
    }

    @Test
    void refundsTwiceWithoutACommand() throws Exception {
        String withoutCommand = piece("c-1", 1).replace("'commandId':'c-1',", "");

        refund(withoutCommand);
        refund(withoutCommand);

        assertThat(allegro.counters().form(formId).refunds()).hasSize(2);
        assertThat(allegro.counters().duplicates()).containsExactly("order " + formId + " has refund  2 times");
    }

    @Test
    void addsUpWhatIsAskedFor() throws Exception {
        AllegroClient.Reply reply = refund("{" + head("c-1") + "'lineItems':[{'id':'" + line()
                + "','type':'AMOUNT','value':{'amount':'4.10','currency':'PLN'}}],"
                + "'delivery':{'value':{'amount':'1.00','currency':'PLN'}}}");

        assertThat(reply.body().at("/totalValue/amount").asText()).isEqualTo("5.10");
        assertThat(refund(piece("c-2", 1)).body().at("/totalValue/amount").asText())
                .isEqualTo("24.90");
    }

    @Test
    void isInProgressForAWhile() throws Exception {
        String id = refund(piece("c-1", 1)).body().path("id").asText();
        assertThat(statusOf(id)).isEqualTo("IN_PROGRESS");

        clock.advance(MINUTES);

        assertThat(statusOf(id)).isEqualTo("SUCCESS");
    }

    @Test
    void canBeMadeToFail() throws Exception {
        allegro.platform().rejectRefunds(formId);
        String id = refund(piece("c-1", 1)).body().path("id").asText();
        clock.advance(MINUTES);

        assertThat(statusOf(id)).isEqualTo("CANCELED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                     | 422 | EmptyRefund",
                "'lineItems':[{'id':'LINE','type':'QUANTITY','quantity':3}]              | 422 | QuantityExceeded",
                "'lineItems':[{'id':'other','type':'QUANTITY','quantity':1}]             | 422 | LineItemNotFound",
                "'delivery':{'value':{'amount':'1.005','currency':'PLN'}}                | 422 | AmountInvalid",
                "'delivery':{'value':{'amount':'1.00','currency':'CZK'}}                 | 422 | AmountInvalid",
                "'delivery':{'value':{'amount':'999.00','currency':'PLN'}}               | 422 | AmountExceeded"
            },
            quoteCharacter = '"')
    void refusesWhatCannotBePaidBack(String items, int status, String code) throws Exception {
        String body = "{" + head("c-1") + (items.equals("''") ? "'x':1" : items.replace("LINE", line())) + "}";

        AllegroClient.Reply reply = refund(body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.errorCode()).isEqualTo(code);
        assertThat(allegro.counters().form(formId).refunds()).isEmpty();
    }

    @Test
    void refusesCashOnDelivery() throws Exception {
        String cash = allegro.buyers()
                .placeReady(AllegroOrderScript.builder()
                        .from(mugs())
                        .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                        .build());
        String payment = client.get(form(cash)).body().at("/payment/id").asText();

        AllegroClient.Reply reply = refund("{'payment':{'id':'" + payment + "'},'order':{'id':'" + cash
                + "'},'commandId':'c','reason':'REFUND','delivery':{'value':{'amount':'1.00','currency':'PLN'}}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo("COD_MARKETPLACE_NOT_SUPPORTED");
    }

    @Test
    void listsRefundsOfAnOrder() throws Exception {
        String id = refund(piece("c-1", 1)).body().path("id").asText();

        assertThat(client.get("/payments/refunds?order.id=" + formId)
                        .body()
                        .at("/refunds/0/id")
                        .asText())
                .isEqualTo(id);
        assertThat(client.get("/payments/refunds?order.id=another")
                        .body()
                        .path("totalCount")
                        .asInt())
                .isZero();
        assertThat(client.get("/payments/refunds?limit=101").status()).isEqualTo(422);
    }

    private AllegroClient.Reply refund(String body) throws Exception {
        return client.json("POST", "/payments/refunds", body);
    }

    private String piece(String command, int quantity) throws Exception {
        return "{" + head(command) + "'lineItems':[{'id':'" + line() + "','type':'QUANTITY','quantity':" + quantity
                + "}]}";
    }

    private String head(String command) throws Exception {
        return "'payment':{'id':'"
                + client.get(form(formId)).body().at("/payment/id").asText() + "'},'order':{'id':'" + formId
                + "'},'commandId':'" + command + "','reason':'REFUND',";
    }

    private String line() throws Exception {
        return client.get(form(formId)).body().at("/lineItems/0/id").asText();
    }

    private String statusOf(String id) throws Exception {
        return client.get("/payments/refunds?id=" + id)
                .body()
                .at("/refunds/0/status")
                .asText();
    }
}
