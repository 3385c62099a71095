package io.orderweave.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.connection.ConnectionId;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An effect that something wants. A value: planning has no effect until the ledger takes it. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutablePlannedEffect.class)
public interface PlannedEffect {

    EffectKey key();

    Optional<ConnectionId> connection();

    JsonNode payload();

    /** Effects that must be DONE before. */
    List<EffectKey> after();

    /** Not before then; empty for at once. */
    Optional<Instant> notBefore();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PlannedEffect}s. */
    final class Builder extends ImmutablePlannedEffect.Builder {
        Builder() {}
    }
}
