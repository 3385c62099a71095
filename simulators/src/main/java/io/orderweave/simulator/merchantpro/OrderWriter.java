package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes what a customer ordered as the order's JSON, in the order of fields of a real shop's answer. */
final class OrderWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final MerchantProOrderScript script;
    private final String placedAt;

    OrderWriter(MerchantProOrderScript script, Instant now, ZoneId zone) {
        this.script = script;
        this.placedAt = moment(script.placedAt().orElse(now), zone);
    }

    /** A moment with the shop's offset and whole seconds. */
    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    ObjectNode order(String id, long systemId, String publicCode) {
        ObjectNode order = Json.object()
                .put("id", id)
                .put("sys_id", systemId)
                .put("public_code", publicCode)
                .put("channel_id", script.channel().orElse(null))
                .put("payment_status", "awaiting")
                .put("payment_status_text", "În așteptare")
                .put("payment_method_code", script.paymentMethod())
                .put("payment_method_name", "Metoda " + script.paymentMethod());
        order.putArray("payment_details");
        order.put("shipping_status", script.temporary() ? "temporary" : "awaiting")
                .put("shipping_status_text", "În așteptare")
                .put("shipping_method_id", 3)
                .put("shipping_method_name", script.shippingMethod())
                .put("currency", script.currency())
                .put("has_returns", false)
                .put("customer_id", 17)
                .put("customer_email", script.customerEmail())
                .put("customer_lang", "ro_RO")
                .put("customer_note", script.customerNote().orElse(null))
                .put("date_created", placedAt)
                .put("date_modified", placedAt)
                .putNull("payment_date")
                .put("created_by", "customer")
                .put("source_type", "site");
        order.putObject("meta_fields");
        parties(order);
        ArrayNode lines = order.putArray(ShopOrder.LINES);
        script.lines().forEach(line -> lines.add(line(line)));
        order.putArray("carrier_tracking");
        script.walletAmount().ifPresent(amount -> order.put("wallet_amount", Amounts.plain(amount)));
        order.put("paid_amount", BigDecimal.ZERO).put("shipping_amount", Amounts.plain(script.shippingAmount()));
        total(order);
        return order;
    }

    /** The address as the fields {@code billing_*} or {@code shipping_*}. */
    static void address(ObjectNode order, String prefix, MerchantProAddress address) {
        order.put(prefix + "_name", address.name())
                .put(prefix + "_country_code", address.countryCode())
                .put(prefix + "_state", address.state())
                .put(prefix + "_city", address.city())
                .put(prefix + "_address", address.address())
                .put(prefix + "_postal_code", address.postalCode())
                .put(prefix + "_phone", address.phone());
    }

    /** Computes the sums of an order from its lines, its delivery and its wallet. */
    static void total(ObjectNode order) {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (JsonNode line : order.path(ShopOrder.LINES)) {
            gross = gross.add(line.path("line_subtotal_gross").decimalValue());
            net = net.add(line.path("line_subtotal_net").decimalValue());
        }
        BigDecimal shipping = order.path("shipping_amount").decimalValue();
        BigDecimal shippingNet = Amounts.net(shipping, BigDecimal.valueOf(21));
        BigDecimal total =
                gross.add(shipping).subtract(order.path("wallet_amount").decimalValue());
        boolean cashOnDelivery =
                order.path("payment_method_code").asText().equals(MerchantProOrderScript.CASH_ON_DELIVERY);
        order.put("shipping_tax_percent", 21)
                .put("shipping_tax_amount", Amounts.plain(shipping.subtract(shippingNet)))
                .put("shipping_cod_amount", cashOnDelivery ? Amounts.plain(total) : BigDecimal.ZERO)
                .put("subtotal_including_tax", Amounts.plain(gross))
                .put("subtotal_excluding_tax", Amounts.plain(net))
                .put("tax_amount", Amounts.plain(gross.subtract(net)))
                .put("subtotal_amount", Amounts.plain(gross))
                .put("total_amount", Amounts.plain(total));
    }

    private void parties(ObjectNode order) {
        order.put("billing_type", script.company().isPresent() ? "company" : "individual");
        address(order, "billing", script.billing());
        script.company()
                .ifPresent(company ->
                        order.put("billing_company_name", company.name()).put("billing_company_vat", company.vat()));
        order.put("shipping_as_billing", script.shipping().isEmpty());
        address(order, "shipping", script.shipping().orElse(script.billing()));
    }

    private static ObjectNode line(MerchantProLine line) {
        BigDecimal net = Amounts.net(line.price(), line.taxPercent());
        ObjectNode node = Json.object()
                .put("item_type", line.itemType())
                .put("product_id", line.productId().map(Long::valueOf).orElse(null))
                .put("product_sku", line.sku().orElse(null))
                .put("product_ean", line.ean().orElse(null))
                .put("product_stock", "-1.000")
                .put("product_name", line.name())
                .put("product_tax_name", "TVA")
                .put("product_tax_percent", Amounts.plain(line.taxPercent()))
                .put("quantity", Amounts.plain(line.quantity()))
                .put("unit_price_net", Amounts.plain(net))
                .put("unit_tax_amount", Amounts.plain(line.price().subtract(net)))
                .put("unit_price_gross", Amounts.plain(line.price()));
        line.regularPrice().ifPresent(price -> node.put("unit_price_regular", Amounts.plain(price)));
        sums(node);
        if (!line.itemType().equals("product")) {
            node.putArray("applied_discounts");
        }
        return node;
    }

    /** Computes the sums of a line from its quantity and the prices of one piece. */
    static void sums(ObjectNode line) {
        BigDecimal quantity = line.path("quantity").decimalValue();
        BigDecimal gross = line.path("unit_price_gross").decimalValue().multiply(quantity);
        BigDecimal net = line.path("unit_price_net").decimalValue().multiply(quantity);
        line.put("line_subtotal_net", Amounts.plain(net))
                .put("line_tax_amount", Amounts.plain(gross.subtract(net)))
                .put("line_subtotal_gross", Amounts.plain(gross));
    }
}
