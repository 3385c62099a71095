package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.event.Actor;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Blocks irreversible effects of the order until it is released. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableHold.class)
public interface Hold {

    /** Why, as a code; an order has at most one hold of a code. */
    String code();

    /** For people; no personal data. */
    String reason();

    Actor placedBy();

    Instant placedAt();

    /** The role that may release it, in the host's words; empty lets anybody the host's policy lets. */
    Optional<String> releasableBy();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Hold}s. */
    final class Builder extends ImmutableHold.Builder {
        Builder() {}
    }
}
