package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One order as Allegro keeps it: the document as it is answered, but for the seller's fulfillment status, and what was
 * written to it. Guarded by the state store.
 */
final class CheckoutForm {

    String id = "";
    ObjectNode document = Json.object();

    /** The parts the buyer has not filled in yet. */
    @Nullable
    ObjectNode toFillIn;

    int revisions;
    String lineItemsSent = "NONE";
    boolean fulfilledByAllegro;
    boolean rejectsScans;
    boolean rejectsRefunds;
    final List<FulfillmentWrite> fulfillmentWrites = new ArrayList<>();
    final List<ShipmentEntry> shipments = new ArrayList<>();
    final List<InvoiceEntry> invoices = new ArrayList<>();
    final List<RefundEntry> refunds = new ArrayList<>();

    /** How often a write was refused, by error code. */
    final Map<String, Integer> refusals = new TreeMap<>();

    String status() {
        return document.path("status").textValue();
    }

    String revision() {
        return document.path("revision").textValue();
    }

    Instant boughtAt() {
        return Instant.parse(document.path("lineItems").path(0).path("boughtAt").textValue());
    }

    ObjectNode payment() {
        if (document.path("payment") instanceof ObjectNode payment) {
            return payment;
        }
        throw new IllegalStateException("The form is not filled in yet: " + id);
    }

    BigDecimal totalToPay() {
        return new BigDecimal(document.at("/summary/totalToPay/amount").asText());
    }

    /** What came from the buyer, surcharges included. */
    BigDecimal paid() {
        BigDecimal paid =
                new BigDecimal(document.at("/payment/paidAmount/amount").asText("0"));
        for (JsonNode surcharge : document.path("surcharges")) {
            paid = paid.add(new BigDecimal(surcharge.at("/paidAmount/amount").asText("0")));
        }
        return paid;
    }

    BigDecimal deliveryCost() {
        return new BigDecimal(document.at("/delivery/cost/amount").asText());
    }

    String currency() {
        return document.at("/summary/totalToPay/currency").asText();
    }

    /** Refuses a step of the buyer that does not follow on the status the order has. */
    void require(String status) {
        if (!status().equals(status)) {
            throw new IllegalStateException("The order must be " + status + ", but is " + status() + ": " + id);
        }
    }

    /** The seller's status as far as writes up to this moment can be seen. */
    String fulfillmentStatus(Instant visibleUpTo) {
        String shown = "NEW";
        for (FulfillmentWrite write : fulfillmentWrites) {
            if (!write.at().isAfter(visibleUpTo)) {
                shown = write.status();
            }
        }
        return shown;
    }

    /** The form as a read answers it. Its parts are the form's own: copied before anybody else may see them. */
    ObjectNode shown(Instant visibleUpTo) {
        ObjectNode shown = Json.object().setAll(document);
        ObjectNode fulfillment = Json.object().put("status", fulfillmentStatus(visibleUpTo));
        fulfillment.putObject("shipmentSummary").put("lineItemsSent", lineItemsSent);
        fulfillment.putObject("provider").put("id", fulfilledByAllegro ? "ALLEGRO" : "SELLER");
        shown.set("fulfillment", fulfillment);
        return shown;
    }

    Set<String> lineIds() {
        Set<String> ids = new LinkedHashSet<>();
        document.path("lineItems").forEach(line -> ids.add(line.path("id").textValue()));
        return ids;
    }

    void addShipment(ShipmentEntry shipment) {
        shipments.add(shipment);
        Set<String> unsent = lineIds();
        shipments.forEach(one -> unsent.removeAll(one.lineItems()));
        lineItemsSent = unsent.isEmpty() ? "ALL" : "SOME";
    }

    void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }
}
