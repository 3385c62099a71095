package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.OutsideFault;
import io.orderweave.http.NoBody;
import io.orderweave.http.Reply;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the subscriptions to push notifications: makes those that are missing and switches on again those that Kaufland switched off
 * because the callback did not answer. Looked at a few times a day. Thread-safe.
 */
final class KauflandSubscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(KauflandSubscriptions.class);

    private static final Duration INTERVAL = Duration.ofHours(6);

    /** More would be no subscriptions of ours. */
    private static final int MOST_PAGES = 20;

    private static final int PER_PAGE = 30;
    private static final List<String> EVENTS = List.of(
            "order_new",
            "order_unit_status_changed",
            "return_new",
            "return_status_changed",
            "return_unit_status_changed");

    private final KauflandApi api;
    private final KauflandStorefronts storefronts;
    private final KauflandConfig.Push push;
    private final Clock clock;
    private final AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);

    KauflandSubscriptions(KauflandApi api, KauflandStorefronts storefronts, KauflandConfig.Push push, Clock clock) {
        this.api = api;
        this.storefronts = storefronts;
        this.push = push;
        this.clock = clock;
    }

    /** Looks after them when it is time. What fails is left for the next time: polling brings the same, only later. */
    void keep() {
        Instant now = clock.instant();
        Instant last = due.get();
        if (now.isBefore(last) || !due.compareAndSet(last, now.plus(INTERVAL))) {
            return;
        }
        try {
            storefronts.served().forEach(this::keep);
        } catch (OutsideFault fault) {
            LOG.warn("Kaufland's push notifications could not be looked after: {}", fault.getMessage());
        }
    }

    private void keep(Storefront storefront) {
        List<KauflandSubscriptionsDto.Subscription> own = own(storefront);
        Set<String> there = own.stream()
                .flatMap(one -> Optional.ofNullable(one.eventName()).stream())
                .collect(Collectors.toSet());
        own.stream()
                .filter(one -> Boolean.FALSE.equals(one.isActive()))
                .flatMap(one -> Optional.ofNullable(one.idSubscription()).stream())
                .map(BigDecimal::longValue)
                .forEach(id -> tell(api.changeSubscription(id, new KauflandSubscriptionsDto.Change(true))));
        EVENTS.stream()
                .filter(event -> !there.contains(event))
                .map(event -> new KauflandSubscriptionsDto.New(push.url().toString(), push.email(), event))
                .forEach(wanted -> tell(api.subscribe(storefront.value(), wanted)));
    }

    private List<KauflandSubscriptionsDto.Subscription> own(Storefront storefront) {
        List<KauflandSubscriptionsDto.Subscription> own = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<KauflandSubscriptionsDto.Subscription> all =
                    all(api.subscriptions(storefront.value(), page * PER_PAGE).data());
            all.stream()
                    .filter(one -> push.url().toString().equals(one.callbackUrl()))
                    .forEach(own::add);
            if (all.size() < PER_PAGE) {
                break;
            }
        }
        return own;
    }

    private static void tell(Reply<NoBody> reply) {
        if (reply instanceof Reply.Refused<NoBody> refused) {
            LOG.warn("Kaufland refused a subscription to push notifications: {}", refused.reason());
        }
    }
}
