package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.StatusId;
import io.orderweave.value.ValueStyle;
import java.util.Map;
import org.immutables.value.Value;

/** Translates statuses between one connection's channel and the shop, both ways. What is not in it is reported, never guessed. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableStatusMap.class)
public interface StatusMap {

    StatusMap EMPTY = builder().build();

    /** From the channel's term to the shop's status; applied when the channel's term changes. */
    Map<String, StatusId> inbound();

    /** From the shop's status to what the channel is told when an order enters it; a status that is not here is not told. */
    Map<StatusId, StatusIntent> outbound();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link StatusMap}s. */
    final class Builder extends ImmutableStatusMap.Builder {
        Builder() {}
    }
}
