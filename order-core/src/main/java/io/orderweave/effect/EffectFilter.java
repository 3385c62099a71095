package io.orderweave.effect;

import io.orderweave.connection.ConnectionId;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Which effects to list, oldest first. What is empty does not filter. */
@Value.Immutable
@ValueStyle
public interface EffectFilter {

    Set<EffectState> states();

    Set<EffectKind> kinds();

    Optional<ConnectionId> connection();

    /** Only those planned before: for a list by age. */
    Optional<Instant> plannedBefore();

    /** Continue behind this one, the last of the page before. */
    Optional<EffectKey> after();

    /** At most this many, 1 to 10,000. */
    @Value.Default
    default int limit() {
        return 100;
    }

    @Value.Check
    default void check() {
        if (limit() < 1 || limit() > 10_000) {
            throw new IllegalArgumentException("limit must be 1 to 10,000: " + limit());
        }
    }

    /** Effects in any of these states. */
    static EffectFilter in(EffectState... states) {
        return builder().addStates(states).build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link EffectFilter}s. */
    final class Builder extends ImmutableEffectFilter.Builder {
        Builder() {}
    }
}
