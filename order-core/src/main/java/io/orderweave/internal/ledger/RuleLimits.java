package io.orderweave.internal.ledger;

import io.orderweave.effect.Cause;
import io.orderweave.effect.Effect;
import io.orderweave.error.StaleVersionException;
import io.orderweave.id.RuleId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConfigurationRecord;
import io.orderweave.internal.book.SetupInForce;
import io.orderweave.internal.book.Versioned;
import io.orderweave.internal.json.Json;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Limit;
import io.orderweave.rule.LimitState;
import io.orderweave.rule.RuleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds rules to their limits. What a rule has used is one record, read and saved with compare-and-set in the transaction that claims
 * the effect: of two nodes that would both take the last place, one repeats its look and finds none. Thread-safe.
 */
public final class RuleLimits {

    private static final Logger LOG = LoggerFactory.getLogger(RuleLimits.class);

    private final Book book;
    private final SetupInForce inForce;

    public RuleLimits(Book book, SetupInForce inForce) {
        this.book = book;
        this.inForce = inForce;
    }

    /** Why an effect must wait, and how long. */
    record Wait(String reason, Duration lookAgainAfter) {}

    /** What stands in the way of an irreversible effect by the limits of the rules that want it; a person is told. */
    Optional<Wait> of(ScopeContext context, Instant now) {
        Effect effect = context.effect();
        for (Map.Entry<RuleId, Limit> limited : limited(effect).entrySet()) {
            RuleId rule = limited.getKey();
            Limit limit = limited.getValue();
            Known known = known(rule);
            LimitUse use = known.use();
            if (!use.allows(limit, now, name(effect))) {
                if (use.mustTell(limit, now)) {
                    save(rule, known, use.told(now));
                    context.announce(new RuleEvent.LimitReached(rule, limit));
                    LOG.warn("Rule {} has reached its limit, {}; a person should look", rule, limit);
                }
                Instant free = use.freeAt(limit, now).orElse(now);
                return Optional.of(
                        new Wait("limit of rule " + rule + ": " + limit + " are done", Duration.between(now, free)));
            }
        }
        return Optional.empty();
    }

    /**
     * An effect is done, or sent: it counts.
     *
     * @throws StaleVersionException when another node has taken the last place since {@link #of} was asked: then the look is repeated
     */
    void spend(Effect effect, Instant now) {
        limited(effect).forEach((rule, limit) -> {
            Known known = known(rule);
            if (!known.use().allows(limit, now, name(effect))) {
                throw new StaleVersionException(id(rule));
            }
            save(rule, known, known.use().used(limit, now, name(effect)));
        });
    }

    /** Where the limits of the rules in force stand. */
    public List<LimitState> states(Instant now) {
        List<LimitState> states = new ArrayList<>();
        inForce.setup().limits().forEach((rule, limit) -> {
            LimitUse use = known(rule).use();
            states.add(new LimitState(rule, limit, use.within(limit, now).size(), use.freeAt(limit, now)));
        });
        return states;
    }

    /** What the rule has done counts no more. */
    public void clear(RuleId rule) {
        save(rule, known(rule), LimitUse.NONE);
    }

    /** The limits of the rules that want the effect, as they are now. */
    private Map<RuleId, Limit> limited(Effect effect) {
        Map<RuleId, Limit> limits = inForce.setup().limits();
        Map<RuleId, Limit> limited = new LinkedHashMap<>();
        if (limits.isEmpty()) {
            return limited;
        }
        effect.causes().stream()
                .flatMap(cause -> decision(cause).stream())
                .flatMap(decision -> decision.wishes().stream())
                .filter(wish -> wish.effect().equals(effect.key()))
                .map(Decision.Wish::rule)
                .forEach(rule -> Optional.ofNullable(limits.get(rule)).ifPresent(limit -> limited.put(rule, limit)));
        return limited;
    }

    private Optional<Decision> decision(Cause cause) {
        return cause.decision().flatMap(id -> book.decisions().find(id.value()));
    }

    /**
     * What a rule has used, as it was read: what is made of it is saved against that version, or not at all.
     *
     * @param version empty before the first use
     */
    private record Known(LimitUse use, Optional<Long> version) {}

    private Known known(RuleId rule) {
        Optional<Versioned<ConfigurationRecord>> stored = book.configuration().findVersioned(id(rule));
        return new Known(
                stored.map(record -> Json.read(record.value().content(), LimitUse.class))
                        .orElse(LimitUse.NONE),
                stored.map(Versioned::version));
    }

    private void save(RuleId rule, Known known, LimitUse use) {
        ConfigurationRecord record = new ConfigurationRecord(id(rule), "limits", Json.tree(use));
        known.version()
                .ifPresentOrElse(
                        version -> book.configuration().update(record, version),
                        () -> book.configuration().insertAbsent(record));
    }

    private static String name(Effect effect) {
        return effect.key() + "#" + effect.arming();
    }

    private static String id(RuleId rule) {
        return "limit/" + rule;
    }
}
