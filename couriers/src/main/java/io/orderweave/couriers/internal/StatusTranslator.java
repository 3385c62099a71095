package io.orderweave.couriers.internal;

import io.orderweave.shipment.TrackingStatus;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates a courier's codes. A code the table does not know is UNKNOWN, which moves nothing, and is logged once, for a person
 * to extend the table. Thread-safe.
 */
public final class StatusTranslator {

    private static final Logger LOG = LoggerFactory.getLogger(StatusTranslator.class);

    /** A courier has some dozens of codes; more unknown ones than this are noise and are not remembered. */
    private static final int MOST_REMEMBERED = 200;

    private final String courier;
    private final StatusTable table;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    public StatusTranslator(String courier, StatusTable table) {
        this.courier = courier;
        this.table = table;
    }

    public TrackingStatus translate(String code) {
        return table.find(code).orElseGet(() -> unknown(code));
    }

    private TrackingStatus unknown(String code) {
        if (reported.size() < MOST_REMEMBERED && reported.add(code)) {
            LOG.warn("{} sent a tracking status that its table does not know: {}", courier, RemoteToken.of(code));
        }
        return TrackingStatus.UNKNOWN;
    }
}
