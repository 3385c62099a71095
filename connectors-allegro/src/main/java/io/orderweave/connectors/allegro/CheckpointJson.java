package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.Checkpoint;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.http.LenientJson;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes the checkpoints of feeds, which are records. */
final class CheckpointJson {

    private CheckpointJson() {}

    /**
     * The checkpoint as that record.
     *
     * @throws OrderweaveException when a newer connector wrote it, or nobody
     */
    static <T> T read(Checkpoint checkpoint, int version, Class<T> type) {
        if (checkpoint.version() != version) {
            throw new OrderweaveException(
                    FaultCategory.NEWER_SCHEMA,
                    "the checkpoint of an Allegro feed has version " + checkpoint.version() + ", this connector knows "
                            + version);
        }
        try {
            T read = LenientJson.mapper().readValue(checkpoint.value(), type);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    /** A part of a checkpoint that must be there. */
    static Instant requireMoment(@Nullable String text) {
        try {
            if (text != null) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    static Checkpoint write(int version, Object state) {
        try {
            return new Checkpoint(version, LenientJson.mapper().writeValueAsString(state));
        } catch (JsonProcessingException e) {
            throw new OrderweaveException(
                    FaultCategory.INTERNAL, "the checkpoint of an Allegro feed cannot be written", e);
        }
    }

    private static OrderweaveException damaged(@Nullable Exception cause) {
        String message = "the checkpoint of an Allegro feed is damaged";
        return cause == null
                ? new OrderweaveException(FaultCategory.INTERNAL, message)
                : new OrderweaveException(FaultCategory.INTERNAL, message, cause);
    }
}
