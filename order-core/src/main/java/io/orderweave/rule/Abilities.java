package io.orderweave.rule;

import io.orderweave.connection.ConnectionId;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.value.ValueStyle;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/** What there is in a hub that rules may name. */
@Value.Immutable
@ValueStyle
public interface Abilities {

    StatusCatalogue statuses();

    /** The fields that conditions may name. */
    @Value.Default
    default FieldCatalogue fields() {
        return FieldCatalogue.standard();
    }

    /** The connections that lead to couriers. */
    Set<ConnectionId> couriers();

    /** Names, without version, of all events. */
    Set<String> events();

    /** Names of notice templates. */
    Set<String> templates();

    /** Channels of notifiers. */
    Set<String> notifiers();

    /** The host's actions by name: whether what they lead to cannot be taken back. */
    Map<String, Boolean> hostActions();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Abilities}. */
    final class Builder extends ImmutableAbilities.Builder {
        Builder() {}
    }
}
