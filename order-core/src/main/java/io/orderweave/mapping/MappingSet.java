package io.orderweave.mapping;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.connection.ConnectionId;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusMap;
import io.orderweave.shipment.CourierStatusMap;
import io.orderweave.value.ValueStyle;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * The shop's mappings, versioned as a whole: for each connection what the other side's statuses, payment and delivery methods mean here,
 * and what it is told. Immutable. Hosts build it, or read it with {@link MappingSets}.
 */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableMappingSet.class)
public interface MappingSet {

    MappingSet EMPTY = builder().version(0).build();

    /** Raised with every change; a stored version never changes. */
    int version();

    /** For people. */
    Optional<String> note();

    /** Of sales channels: statuses both ways. */
    Map<ConnectionId, StatusMap> statusMaps();

    /** Of sales channels: payment and delivery methods. */
    Map<ConnectionId, Dictionary> dictionaries();

    /** Of couriers: what the milestones of a parcel make of its order. */
    Map<ConnectionId, CourierStatusMap> courierStatusMaps();

    @Value.Check
    default void check() {
        if (version() < 0) {
            throw new IllegalArgumentException("the version of mappings must not be negative: " + version());
        }
    }

    /** The statuses of a channel; empty when it has none. */
    default StatusMap statusMap(ConnectionId channel) {
        return statusMaps().getOrDefault(channel, StatusMap.EMPTY);
    }

    /** The payment and delivery methods of a channel; empty when it has none. */
    default Dictionary dictionary(ConnectionId channel) {
        return dictionaries().getOrDefault(channel, Dictionary.EMPTY);
    }

    /** The milestones of a courier; empty when it has none. */
    default CourierStatusMap courierStatusMap(ConnectionId courier) {
        return courierStatusMaps().getOrDefault(courier, CourierStatusMap.EMPTY);
    }

    /** Whether it says something of the connection. */
    default boolean maps(ConnectionId connection) {
        return statusMaps().containsKey(connection)
                || dictionaries().containsKey(connection)
                || courierStatusMaps().containsKey(connection);
    }

    /** Every connection that it says something of. */
    default SortedSet<ConnectionId> mapped() {
        SortedSet<ConnectionId> mapped = new TreeSet<>();
        mapped.addAll(statusMaps().keySet());
        mapped.addAll(dictionaries().keySet());
        mapped.addAll(courierStatusMaps().keySet());
        return mapped;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link MappingSet}s. */
    final class Builder extends ImmutableMappingSet.Builder {
        Builder() {}
    }
}
