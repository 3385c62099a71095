package io.orderweave.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What the channel last said of the order, besides its content. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableChannelState.class)
public interface ChannelState {

    /** The channel's own status term, as it came. */
    String term();

    Lifecycle lifecycle();

    /** The channel's revision of the order, needed by some write-backs. */
    Optional<String> revision();

    /** The total as the channel said, never recomputed. */
    Money total();

    /** What the channel marks the order with, for example {@code smart}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Set<String> flags();

    /** SHA-256 of what the channel said: an order that comes again unchanged is skipped. */
    String fingerprint();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ChannelState}s. */
    final class Builder extends ImmutableChannelState.Builder {
        Builder() {}
    }
}
