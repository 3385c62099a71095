package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;

/** One subscription to push notifications. Guarded by the state store. */
final class Subscription {

    long id;
    String callbackUrl = "";
    String fallbackEmail = "";
    String eventName = "";
    String storefront = "";
    boolean active = true;

    ObjectNode shown() {
        return Json.object()
                .put("id_subscription", id)
                .put("callback_url", callbackUrl)
                .put("fallback_email", fallbackEmail)
                .put("event_name", eventName)
                .put("is_active", active)
                .put("storefront", storefront);
    }
}
