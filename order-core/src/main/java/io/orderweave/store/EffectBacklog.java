package io.orderweave.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How many effects of one kind, connection and state there are.
 *
 * @param oldest creation of the oldest of them
 */
public record EffectBacklog(String kind, Optional<String> connection, String state, long count, Instant oldest) {}
