package io.orderweave.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rate budgets of this process, by key. Static, because the limit is: one client id has one budget, however many accounts,
 * hubs and threads of the process use it. Nodes do not know of each other; each meets the other side's block by itself.
 */
public final class RateBudgets {

    // Never let go of: connectors hold on to theirs, and one that is made later must share it. There are as many as
    // configured accounts.
    private static final Map<String, RateBudget> BUDGETS = new ConcurrentHashMap<>();

    private RateBudgets() {}

    /**
     * The budget of that key; the first caller's limits hold.
     *
     * @param key names system, host and client, never a secret
     * @param firstPause how long a first block lasts when the other side does not say; doubled up to a quarter of an hour
     */
    public static RateBudget budget(String key, Duration firstPause, RateLimit... limits) {
        return BUDGETS.computeIfAbsent(key, unknown -> new RateBudget(firstPause, List.of(limits)));
    }
}
