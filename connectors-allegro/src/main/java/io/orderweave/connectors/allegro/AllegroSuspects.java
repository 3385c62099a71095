package io.orderweave.connectors.allegro;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.OrderFeed;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the orders that a page of events names. One that Allegro cannot show while it shows others is a suspect; after a few polls
 * it is given up as unreadable, so that it does not hold up the others for ever. When hardly any can be shown it is an outage, and
 * nobody is a suspect.
 */
final class AllegroSuspects {

    /** More failures in one page are an outage. */
    private static final int MOST = 3;

    /** Polls in which an order failed. */
    private static final int PATIENCE = 3;

    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /**
     * Every order of the page, or a fault and none.
     *
     * @throws OutsideFault also when there is a suspect whose time is not up
     */
    List<OrderFeed.Item> readAll(Set<String> formIds, AllegroOrderReader reader) {
        List<OrderFeed.Item> items = new ArrayList<>();
        Map<String, OutsideFault> failed = new LinkedHashMap<>();
        for (String formId : formIds) {
            try {
                items.add(reader.read(formId));
                failures.invalidate(formId);
            } catch (OutsideFault fault) {
                boolean mayBeThisOrder =
                        fault.category() == FaultCategory.TRANSIENT || fault.category() == FaultCategory.CONTRACT;
                if (!mayBeThisOrder || failed.size() == MOST) {
                    throw fault;
                }
                failed.put(formId, fault);
            }
        }
        if (items.isEmpty() && !failed.isEmpty()) {
            throw failed.values().iterator().next();
        }
        failed.keySet().forEach(formId -> failures.asMap().merge(formId, 1, Integer::sum));
        failed.forEach((formId, fault) -> items.add(givenUp(formId, fault)));
        return items;
    }

    private OrderFeed.Item givenUp(String formId, OutsideFault fault) {
        Integer times = failures.getIfPresent(formId);
        if (times == null || times < PATIENCE) {
            throw fault;
        }
        return AllegroOrderReader.unreadable(
                formId, "Allegro could not show it in " + times + " polls, others it could: " + fault.getMessage());
    }
}
