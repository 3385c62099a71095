package io.orderweave.effect;

import java.time.Instant;

/**
 * An effect that this version of the library, or this hub's set of handlers, does not understand: planned by a newer node, or of a kind
 * whose handler is missing here. It is left alone.
 *
 * @param key as stored
 * @param schema version of its stored shape
 */
public record UnknownEffect(String key, String kind, String state, int schema, Instant plannedAt) {}
