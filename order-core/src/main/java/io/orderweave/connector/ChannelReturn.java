package io.orderweave.connector;

import io.orderweave.connection.RawDocument;
import io.orderweave.id.LineId;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A return as its channel tells it now. */
@Value.Immutable
@ValueStyle
public interface ChannelReturn {

    /** The channel's id of the return within the account. */
    String externalId();

    /** The channel's id of the order. */
    String order();

    Instant createdAt();

    /** The channel's status term as it came. */
    String term();

    Stage stage();

    /** What comes back, at least one. */
    List<Item> items();

    /** Tracking numbers of the parcels that bring it. */
    List<String> trackingNumbers();

    RawDocument raw();

    /** How far a return is. */
    enum Stage {
        ANNOUNCED,
        ON_ITS_WAY,
        ARRIVED,
        ACCEPTED,
        REJECTED,
        CLOSED,
        /** The channel's term is not known; nothing follows from it. */
        UNKNOWN
    }

    /**
     * Pieces of one line.
     *
     * @param id the channel's id of this item where decisions need it; empty where the return is decided upon as a whole
     * @param reason the channel's term
     * @param note what the buyer wrote; personal
     */
    record Item(Optional<String> id, LineId line, int quantity, Optional<String> reason, Optional<String> note) {

        @Override
        public String toString() {
            return "Item[" + line + ", quantity=" + quantity + ", reason=" + reason + "]";
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ChannelReturn}s. */
    final class Builder extends ImmutableChannelReturn.Builder {
        Builder() {}
    }
}
