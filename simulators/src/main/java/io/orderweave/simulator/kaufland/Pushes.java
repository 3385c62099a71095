package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Tells subscribers that something changed, and where; never what. Signed as requests are. The shape of the body, and that a
 * verification is a notification of the event {@code callback_verification} that must be answered with success, is UNCONFIRMED.
 */
final class Pushes {

    static final Set<String> EVENTS = Set.of(
            "order_new",
            "order_unit_new",
            "order_unit_status_changed",
            "item_changed",
            "category_changed",
            "return_new",
            "return_status_changed",
            "return_unit_status_changed",
            "item_unit_new",
            "item_unit_changed",
            "item_unit_deleted",
            "item_unit_out_of_stock",
            "item_unit_not_available",
            "item_unit_available");

    private static final Set<Integer> TAKEN = Set.of(200, 201, 202, 204);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Pushes(KauflandSettings settings, StateStore<KauflandState> store) {
        this.settings = settings;
        this.store = store;
    }

    /** Whether the callback answers as one that is ours to call. */
    boolean verifies(String callbackUrl, String storefront) {
        return send(callbackUrl, "callback_verification", "/", storefront);
    }

    /** Tells every active subscriber of the event at that storefront; the simulator does not try again. */
    void tell(String event, String resource, String storefront) {
        List<String> callbacks = store.read(state -> state.subscriptions.values().stream()
                .filter(one -> one.active && one.eventName.equals(event))
                .filter(one -> one.storefront.equalsIgnoreCase(storefront))
                .map(one -> one.callbackUrl)
                .toList());
        callbacks.forEach(url -> send(url, event, resource, storefront));
    }

    /** The notification as it is posted to that address. */
    KauflandNotification signed(String event, String resource, String storefront, String callbackUrl) {
        byte[] body = new Notification(event, resource, storefront).body();
        String timestamp = Long.toString(settings.clock().instant().getEpochSecond());
        String signature = Signature.of("POST", callbackUrl, body, timestamp, settings.secretKey());
        return new KauflandNotification(timestamp, signature, body);
    }

    private boolean send(String callbackUrl, String event, String resource, String storefront) {
        KauflandNotification notification = signed(event, resource, storefront, callbackUrl);
        HttpRequest request = HttpRequest.newBuilder(URI.create(callbackUrl))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(KauflandNotification.TIMESTAMP, notification.timestamp())
                .header(KauflandNotification.SIGNATURE, notification.signature())
                .POST(BodyPublishers.ofByteArray(notification.body()))
                .build();
        try {
            return TAKEN.contains(http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What changed, and where. */
    private record Notification(String event, String resource, String storefront) {

        byte[] body() {
            return Json.bytes(Json.object()
                    .put("event_name", event)
                    .put("id_message", event + resource)
                    .put("resource", resource)
                    .put("storefront", storefront));
        }
    }
}
