package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Writes what a buyer ordered as an order's JSON, in the order of the published schema. */
final class OrderWriter {

    private static final Duration DELIVERY = Duration.ofDays(4);

    private final KauflandOrderScript script;
    private final Instant placedAt;

    OrderWriter(KauflandOrderScript script, Instant placedAt) {
        this.script = script;
        this.placedAt = placedAt;
    }

    ObjectNode order(String id, long buyerId) {
        KauflandAddress shipping =
                script.shippingAddress().orElseGet(() -> KauflandAddress.sample(script.storefront()));
        ObjectNode order = Json.object()
                .put("id_order", id)
                .put("ts_created_iso", Json.seconds(placedAt))
                .put("is_marketplace_deemed_supplier", script.deemedSupplier())
                .put("storefront", script.storefront().id())
                .put("fulfillment_type", "fulfilled_by_merchant");
        order.set("billing_address", address(script.billingAddress().orElse(shipping)));
        order.set("shipping_address", address(shipping));
        order.putObject("buyer").put("id_buyer", buyerId).put("email", script.buyerEmail());
        return order;
    }

    ObjectNode unit(String orderId, long unitId, long productId, KauflandItem item) {
        long price = cents(item.price());
        long shipping = cents(item.shipping());
        ObjectNode unit = Json.object();
        unit.putArray("tickets");
        unit.put("vat", item.vat().orElse(null)); // a number, null when Kaufland does not know it
        unit.set("product", product(productId, item));
        return unit.putNull("cancel_reason")
                .put("shipping_rate", shipping)
                .putNull("order_received_timestamp_iso")
                .put("delivery_time_expires_iso", Json.seconds(placedAt.plus(DELIVERY)))
                .put("delivery_time_max", 4)
                .put("delivery_time_min", 2)
                .put("currency", script.storefront().currency())
                .put("storefront", script.storefront().name())
                .put("unit_condition", "new")
                .putNull("note")
                // What the seller gets of it after fees; nobody may take it for the price.
                .put("revenue_net", price * 7 / 10)
                .put("revenue_gross", price * 8 / 10)
                .put("id_offer", item.offerId().orElse(null))
                .put("price", price)
                .put("status", OrderUnit.OPEN)
                .put("ts_updated_iso", Json.seconds(placedAt))
                .put("is_marketplace_deemed_supplier", script.deemedSupplier())
                .put("ts_created_iso", Json.seconds(placedAt))
                .put("id_order", orderId)
                .put("id_order_unit", unitId);
    }

    static ObjectNode pickup(KauflandPickupLocation location) {
        return Json.object()
                .put("pickup_location_id", location.id())
                .put("provider", location.provider())
                .put("carrier", location.carrier())
                .put("services", location.services())
                .put("dhl_post_number", location.dhlPostNumber().orElse(null));
    }

    static ObjectNode product(long id, KauflandStorefront storefront, String title, String ean) {
        ObjectNode product = Json.object()
                .put("id_product", id)
                .put("storefront", storefront.name())
                .put("title", title);
        ArrayNode eans = product.putArray("eans");
        if (!ean.isEmpty()) {
            eans.add(ean);
        }
        return product.put("id_category", 34_401)
                .put("main_picture", "https://media.kaufland.example/" + id + ".jpg")
                .put("manufacturer", "Waldmühle")
                .put("url", "https://www.kaufland.example/product/" + id + "/")
                .put("age_rating", 0)
                .put("is_valid", true)
                .putNull("dangerous_goods_li_shipping")
                .putNull("danger_label_9A");
    }

    /** Whole cents. */
    static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    private ObjectNode product(long id, KauflandItem item) {
        return product(id, script.storefront(), item.title(), item.ean().orElse(""));
    }

    private static ObjectNode address(KauflandAddress address) {
        return Json.object()
                .put("first_name", address.firstName())
                .put("last_name", address.lastName())
                .put("company_name", address.companyName().orElse(null))
                .put("street", address.street())
                .put("house_number", address.houseNumber())
                .put("postcode", address.postcode())
                .put("additional_field", address.additionalField().orElse(null))
                .put("city", address.city())
                .put("phone", address.phone().orElse(null))
                .put("country", address.country());
    }
}
