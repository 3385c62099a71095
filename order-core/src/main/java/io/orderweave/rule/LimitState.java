package io.orderweave.rule;

import io.orderweave.id.RuleId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a rule's limit stands.
 *
 * @param used how many were done in the stretch of time that ends now
 * @param freeAt when the next may be done; empty when it may be now
 */
public record LimitState(RuleId rule, Limit limit, int used, Optional<Instant> freeAt) {}
