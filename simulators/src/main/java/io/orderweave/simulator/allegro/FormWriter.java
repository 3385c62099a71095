package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes what a buyer ordered as the checkout form's JSON, in the order of the published schema. */
final class FormWriter {

    private final AllegroOrderScript script;
    private final Instant boughtAt;
    private final String currency;
    private final AllegroDelivery delivery;

    FormWriter(AllegroOrderScript script, Instant boughtAt) {
        AllegroMarketplace marketplace = script.marketplace();
        this.script = script;
        this.boughtAt = boughtAt;
        this.currency = script.currency().orElse(marketplace.currency());
        this.delivery = script.delivery()
                .orElseGet(() -> AllegroDelivery.courier(marketplace, AllegroAddress.sample(marketplace)));
    }

    /** The form right after buying: no delivery, payment or invoice yet. */
    ObjectNode bought(String formId, Supplier<String> lineIds) {
        ObjectNode form = Json.object().put("id", formId).putNull("messageToSeller");
        form.set("buyer", buyer());
        form.putNull("payment").put("status", "BOUGHT").putNull("fulfillment").putNull("delivery");
        form.putObject("invoice").put("required", false);
        ArrayNode lines = form.putArray("lineItems");
        script.lines().forEach(line -> lines.add(line(line, lineIds.get())));
        form.putArray("surcharges");
        form.putNull("note");
        form.putObject("marketplace").put("id", script.marketplace().id());
        form.putObject("summary").set("totalToPay", money(goods()));
        return form;
    }

    /** The parts a buyer fills in, to be set over the bought form. */
    ObjectNode filledIn(String paymentId) {
        ObjectNode parts = Json.object();
        parts.put("messageToSeller", script.messageToSeller().orElse(null));
        parts.set("payment", payment(paymentId));
        parts.put("status", "FILLED_IN");
        parts.set("delivery", delivery());
        parts.set("invoice", invoice());
        parts.putObject("summary").set("totalToPay", money(goods().add(delivery.cost())));
        return parts;
    }

    /** A postal address as {@code delivery.address} has it. */
    static ObjectNode address(AllegroAddress address) {
        return Json.object()
                .put("firstName", address.firstName())
                .put("lastName", address.lastName())
                .put("street", address.street())
                .put("city", address.city())
                .put("zipCode", address.zipCode())
                .put("countryCode", address.countryCode())
                .put("companyName", address.companyName().orElse(null))
                .put("phoneNumber", address.phoneNumber().orElse(null))
                .putNull("modifiedAt");
    }

    /** An amount as text with two decimals; more would be refused by Allegro itself. */
    static ObjectNode money(BigDecimal amount, String currency) {
        return Json.object()
                .put("amount", amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString())
                .put("currency", currency);
    }

    private ObjectNode money(BigDecimal amount) {
        return money(amount, currency);
    }

    private ObjectNode buyer() {
        AllegroBuyer buyer = script.buyer().orElseGet(() -> AllegroBuyer.sample(script.marketplace()));
        ObjectNode node = Json.object()
                .put("id", buyer.id())
                .put("email", buyer.email())
                .put("login", buyer.login())
                .put("firstName", buyer.firstName())
                .put("lastName", buyer.lastName())
                .put("companyName", buyer.companyName().orElse(null))
                .put("guest", buyer.guest())
                .putNull("personalIdentity")
                .put("phoneNumber", buyer.phoneNumber().orElse(null));
        node.putObject("preferences").put("language", buyer.language());
        node.putObject("address")
                .put("street", buyer.street())
                .put("city", buyer.city())
                .put("postCode", buyer.postCode())
                .put("countryCode", buyer.countryCode());
        return node;
    }

    private ObjectNode payment(String paymentId) {
        return Json.object()
                .put("id", paymentId)
                .put("type", script.paymentType().name())
                .put("provider", provider())
                .putNull("finishedAt")
                .putNull("paidAmount")
                .putNull("reconciliation")
                .set("features", Json.object().arrayNode());
    }

    private @Nullable String provider() {
        return switch (script.paymentType()) {
            case ONLINE, SPLIT_PAYMENT -> "PAYU";
            case WIRE_TRANSFER -> "OFFLINE";
            case EXTENDED_TERM -> "EPT";
            case CASH_ON_DELIVERY -> null;
        };
    }

    private ObjectNode delivery() {
        ObjectNode node = Json.object();
        node.set("address", address(delivery.address()));
        node.putObject("method").put("id", delivery.methodId()).put("name", delivery.methodName());
        node.set("pickupPoint", delivery.pickupPoint().map(FormWriter::point).orElse(null));
        node.set("cost", money(delivery.cost()));
        return node.put("smart", delivery.smart()).putNull("cancellation").put("calculatedNumberOfPackages", 1);
    }

    private static ObjectNode point(AllegroPickupPoint point) {
        ObjectNode node =
                Json.object().put("id", point.id()).put("name", point.name()).putNull("description");
        node.putObject("address")
                .put("street", point.street())
                .put("zipCode", point.zipCode())
                .put("city", point.city())
                .put("countryCode", point.countryCode());
        return node;
    }

    private ObjectNode invoice() {
        ObjectNode node = Json.object().put("required", script.invoice().isPresent());
        node.set("address", script.invoice().map(FormWriter::invoiceAddress).orElse(null));
        node.putNull("dueDate").putArray("features");
        return node;
    }

    private static ObjectNode invoiceAddress(AllegroInvoiceRequest invoice) {
        ObjectNode node = Json.object()
                .put("street", invoice.street())
                .put("city", invoice.city())
                .put("zipCode", invoice.zipCode())
                .put("countryCode", invoice.countryCode());
        if (invoice.companyName().isEmpty()) {
            node.putNull("company")
                    .putObject("naturalPerson")
                    .put("firstName", invoice.firstName().orElse(null))
                    .put("lastName", invoice.lastName().orElse(null));
            return node;
        }
        ObjectNode company =
                node.putObject("company").put("name", invoice.companyName().get());
        ArrayNode ids = company.putArray("ids");
        for (Map.Entry<String, String> id : invoice.companyIds().entrySet()) {
            ids.addObject().put("type", id.getKey()).put("value", id.getValue());
        }
        company.put("vatPayerStatus", invoice.vatPayerStatus().orElse(null))
                .put("taxId", invoice.companyIds().get("PL_NIP"));
        return node.putNull("naturalPerson");
    }

    private ObjectNode line(AllegroLine line, String lineId) {
        ObjectNode node = Json.object().put("id", lineId);
        ObjectNode offer = node.putObject("offer").put("id", line.offerId()).put("name", line.name());
        offer.set(
                "external", line.sku().map(sku -> Json.object().put("id", sku)).orElse(null));
        offer.putNull("productSet").putNull("hsNumber");
        node.put("quantity", line.quantity());
        node.set("originalPrice", money(line.originalPrice().orElse(line.price())));
        node.set("price", money(line.price()));
        node.set(
                "deposit",
                line.deposit()
                        .map(deposit -> Json.object().<ObjectNode>set("price", money(deposit)))
                        .orElse(null));
        node.putNull("reconciliation").putArray("selectedAdditionalServices");
        node.putArray("vouchers");
        node.set(
                "tax",
                line.taxRate()
                        .map(rate -> Json.object()
                                .put("rate", rate)
                                .put("subject", "GOODS")
                                .putNull("exemption"))
                        .orElse(null));
        node.put("boughtAt", Json.millis(boughtAt));
        ArrayNode discounts = node.putArray("discounts");
        line.discounts().forEach(type -> discounts.addObject().put("type", type));
        return node;
    }

    private BigDecimal goods() {
        return script.lines().stream()
                .map(line -> line.price()
                        .add(line.deposit().orElse(BigDecimal.ZERO))
                        .multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
