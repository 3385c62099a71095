package io.orderweave.couriers.internal;

import io.orderweave.shipment.TrackingStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A courier's published status codes, each in exactly one of our milestones. Immutable. */
public final class StatusTable {

    private final Map<String, TrackingStatus> byCode;

    private StatusTable(Map<String, TrackingStatus> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    /** The milestone of a code; empty when the table does not know the code. */
    public Optional<TrackingStatus> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Set<String> codes() {
        return byCode.keySet();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link StatusTable}s. */
    public static final class Builder {

        private final Map<String, TrackingStatus> byCode = new LinkedHashMap<>();

        private Builder() {}

        /** Puts codes under a milestone; a code that is under one already is a defect of the table. */
        public Builder put(TrackingStatus status, String... codes) {
            for (String code : codes) {
                TrackingStatus before = byCode.putIfAbsent(code, status);
                if (before != null) {
                    throw new IllegalStateException(code + " is both " + before + " and " + status);
                }
            }
            return this;
        }

        public StatusTable build() {
            return new StatusTable(byCode);
        }
    }
}
