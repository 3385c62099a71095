package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.util.Optional;

/** Subscriptions to push notifications; a callback that does not answer its verification gets none. */
final class SubscriptionsApi {

    private static final int MOST = 30;
    private static final int LONGEST_URL = 255;

    private final StateStore<KauflandState> store;
    private final Pushes pushes;

    SubscriptionsApi(StateStore<KauflandState> store, Pushes pushes) {
        this.store = store;
        this.pushes = pushes;
    }

    Answer list(Call call) {
        Optional<String> storefront = call.query().first("storefront");
        return Page.of(call, MOST)
                .map(page -> page.show(store.read(state -> state.subscriptions.values().stream()
                        .filter(one -> storefront.stream().allMatch(one.storefront::equalsIgnoreCase))
                        .map(Subscription::shown)
                        .toList())))
                .orElseGet(() -> KauflandErrors.invalid("limit", "must be between 1 and 30"));
    }

    Answer post(Call call, ObjectNode body) {
        Optional<String> url = Json.text(body, "callback_url").filter(text -> text.length() <= LONGEST_URL);
        Optional<String> email = Json.text(body, "fallback_email");
        Optional<String> event = Json.text(body, "event_name").filter(Pushes.EVENTS::contains);
        Optional<String> storefront = call.query().first("storefront");
        if (url.isEmpty() || email.isEmpty() || event.isEmpty() || storefront.isEmpty()) {
            return KauflandErrors.invalid("event_name", "callback_url, fallback_email, event_name and storefront");
        }
        if (!pushes.verifies(url.get(), storefront.get())) {
            return unverified();
        }
        return store.change(state -> {
            Subscription subscription = new Subscription();
            subscription.id = 11_000 + state.next();
            subscription.callbackUrl = url.get();
            subscription.fallbackEmail = email.get();
            subscription.eventName = event.get();
            subscription.storefront = storefront.get();
            state.subscriptions.put(subscription.id, subscription);
            return Page.one(201, subscription.shown());
        });
    }

    Answer patch(Call call, ObjectNode body) {
        Optional<Long> id = UnitIds.of(call, "id");
        Optional<Known> known = store.read(
                state -> id.map(state.subscriptions::get).map(one -> new Known(one.callbackUrl, one.storefront)));
        if (known.isEmpty()) {
            return KauflandErrors.notFound();
        }
        Optional<String> url = Json.text(body, "callback_url")
                .filter(text -> !text.equals(known.get().callbackUrl()));
        if (url.filter(changed -> !pushes.verifies(changed, known.get().storefront()))
                .isPresent()) {
            return unverified();
        }
        return store.change(state -> {
            Subscription subscription = state.subscriptions.get(id.orElseThrow());
            if (subscription == null) {
                return KauflandErrors.notFound();
            }
            url.ifPresent(changed -> subscription.callbackUrl = changed);
            if (body.path("is_active").isBoolean()) {
                subscription.active = body.path("is_active").booleanValue();
            }
            return Page.one(200, subscription.shown());
        });
    }

    private static Answer unverified() {
        return KauflandErrors.error(
                400, "/problems/subscriptions/unverified-callback-url", "The callback URL did not answer");
    }

    /** What a change is compared with. */
    private record Known(String callbackUrl, String storefront) {}
}
