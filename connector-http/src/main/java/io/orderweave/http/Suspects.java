package io.orderweave.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads, one by one, the things that a page names. One that the other side cannot show while it shows others is a suspect; after a
 * few polls it is given up as unreadable, so that it does not hold up the others for ever. When hardly any can be shown it is an
 * outage, and nobody is a suspect. Thread-safe; a feed has one.
 */
public final class Suspects {

    /** More failures in one page are an outage. */
    private static final int MOST = 3;

    /** Polls in which a thing failed. */
    private static final int PATIENCE = 3;

    private final String system;
    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /** For a feed of that system, named in what is said of those given up. */
    public Suspects(String system) {
        this.system = system;
    }

    /** What a feed makes of a thing: it as it is now, or that it cannot be shown, and why. */
    public interface Reader<T> {

        T read(String id);

        /** {@code reason} holds no personal data. */
        T unreadable(String id, String reason);
    }

    /**
     * Every thing of the page, or a fault and none.
     *
     * @throws OutsideFault also when there is a suspect whose time is not up
     */
    public <T> List<T> readAll(Collection<String> ids, Reader<T> reader) {
        List<T> items = new ArrayList<>();
        Map<String, OutsideFault> failed = new LinkedHashMap<>();
        for (String id : ids) {
            try {
                items.add(reader.read(id));
                failures.invalidate(id);
            } catch (OutsideFault fault) {
                boolean mayBeThisOne =
                        fault.category() == FaultCategory.TRANSIENT || fault.category() == FaultCategory.CONTRACT;
                if (!mayBeThisOne || failed.size() == MOST) {
                    throw fault;
                }
                failed.put(id, fault);
            }
        }
        if (items.isEmpty() && !failed.isEmpty()) {
            throw failed.values().iterator().next();
        }
        failed.keySet().forEach(id -> failures.asMap().merge(id, 1, Integer::sum));
        failed.forEach((id, fault) -> items.add(reader.unreadable(id, reason(id, fault))));
        return items;
    }

    private String reason(String id, OutsideFault fault) {
        Integer times = failures.getIfPresent(id);
        if (times == null || times < PATIENCE) {
            throw fault;
        }
        return system + " could not show it in " + times + " polls, others it could: " + fault.getMessage();
    }
}
