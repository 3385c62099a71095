package io.orderweave.internal.book;

import io.orderweave.connection.Checkpoint;

/**
 * How far a feed was read.
 *
 * @param id connection and feed
 */
public record CheckpointRecord(String id, Checkpoint checkpoint) {}
