package io.orderweave.internal.book;

import io.orderweave.id.RuleId;

/** The rule that wants an effect, and the decision to record it in. */
record Wisher(RuleId rule, DraftDecision decision) {}
