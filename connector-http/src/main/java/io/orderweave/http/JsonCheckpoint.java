package io.orderweave.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;

/** Keeps a feed's place as JSON in a checkpoint. Called by connectors' feeds; stateless. */
public final class JsonCheckpoint {

    private static final int LONGEST = 50_000;

    private JsonCheckpoint() {}

    /**
     * The place a checkpoint holds.
     *
     * @param feed names the feed in faults, for example {@code the Kaufland feed}
     * @param version the shape that this connector knows
     * @throws OrderweaveException (NEWER_SCHEMA) for another version, (INTERNAL) for what no feed of ours wrote
     */
    public static <T> T read(Checkpoint checkpoint, String feed, int version, Class<T> type) {
        if (checkpoint.version() != version) {
            throw new OrderweaveException(
                    FaultCategory.NEWER_SCHEMA,
                    feed + "'s checkpoint has version " + checkpoint.version() + ", this connector knows " + version);
        }
        try {
            return LenientJson.mapper().readValue(checkpoint.value(), type);
        } catch (JsonProcessingException e) {
            throw damaged(feed, e);
        }
    }

    /**
     * The checkpoint of a place.
     *
     * @throws OutsideFault (CONTRACT) when the place is too long to be one: its ids and moments are the other side's, as they came
     */
    public static Checkpoint write(Object place, String feed, int version) {
        try {
            String json = LenientJson.mapper().writeValueAsString(place);
            if (json.length() > LONGEST) {
                throw OutsideFault.of(
                                FaultCategory.CONTRACT,
                                Reached.NO,
                                feed + ": an id or a moment in the answer is too long")
                        .build();
            }
            return new Checkpoint(version, json);
        } catch (JsonProcessingException e) {
            throw new OrderweaveException(FaultCategory.INTERNAL, feed + "'s checkpoint cannot be written", e);
        }
    }

    /** It is JSON, but no place. */
    public static OrderweaveException damaged(String feed, Exception cause) {
        return new OrderweaveException(FaultCategory.INTERNAL, feed + "'s checkpoint is damaged", cause);
    }
}
