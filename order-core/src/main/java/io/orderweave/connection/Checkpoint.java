package io.orderweave.connection;

/**
 * How far a feed was read. Only the connector that made it understands it.
 *
 * @param version of the value's shape, so that a newer connector can read what an older one left
 * @param value opaque, at most 100,000 characters
 */
public record Checkpoint(int version, String value) {

    public Checkpoint {
        if (value.length() > 100_000) {
            throw new IllegalArgumentException("a checkpoint holds at most 100,000 characters, not " + value.length());
        }
    }
}
