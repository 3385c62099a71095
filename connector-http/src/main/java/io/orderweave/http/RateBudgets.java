package io.orderweave.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;

/**
 * The rate budgets of this process, by key. Static, because the limit is: one client id has one budget, however many accounts,
 * hubs and threads of the process use it. Nodes do not know of each other; each meets the other side's block by itself.
 */
public final class RateBudgets {

    // Longer than the longest window of any limit, a day.
    private static final Cache<String, RateBudget> BUDGETS = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofDays(2))
            .build();

    private RateBudgets() {}

    /**
     * The budget of that key; the first caller's limits hold.
     *
     * @param key names system, host and client, never a secret
     * @param firstPause how long a first block lasts when the other side does not say; doubled up to a quarter of an hour
     */
    public static RateBudget budget(String key, Duration firstPause, RateLimit... limits) {
        return BUDGETS.get(key, unknown -> new RateBudget(firstPause, List.of(limits)));
    }
}
