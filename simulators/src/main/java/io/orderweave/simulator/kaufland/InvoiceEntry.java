package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;

/**
 * One invoice of an order.
 *
 * @param deemedSupplier whether Kaufland provided it; only together with the id is it unique
 */
record InvoiceEntry(
        long id, boolean deemedSupplier, String originalName, String mimeType, String sha256, Instant createdAt) {

    ObjectNode shown(KauflandOrder order) {
        return Json.object()
                .put("id_invoice", id)
                .put("id_order", order.id)
                .put("storefront", order.storefront())
                .put("is_marketplace_deemed_supplier", deemedSupplier)
                .put("original_name", originalName)
                .put("mime_type", mimeType)
                .put("url", "https://kaufland.example/order_invoices/" + id + "/")
                .put("ts_created_iso", Json.seconds(createdAt));
    }
}
