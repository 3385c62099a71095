package io.orderweave.connector;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.id.LineId;
import java.util.Map;

/** Tells the channel tracking numbers. */
public interface TrackingUpdates {

    /**
     * Adds the number. The engine asks {@link #find} first whenever an earlier answer was lost.
     *
     * @return never {@link WriteAnswer.Accepted}
     */
    WriteAnswer add(TrackingUpdate update);

    /** Whether the channel has the number on the order. */
    Lookup find(TrackingUpdate update);

    /**
     * A parcel's number.
     *
     * @param courier which courier, by the courier connector's id, for example {@code inpost}
     * @param lines the pieces of each line that are in the parcel; empty for everything
     */
    record TrackingUpdate(String externalId, ChannelId courier, String trackingNumber, Map<LineId, Integer> lines) {

        public TrackingUpdate {
            lines = Map.copyOf(lines);
        }
    }
}
