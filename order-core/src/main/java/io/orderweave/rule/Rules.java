package io.orderweave.rule;

import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.OrderQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The shop's rules as hosts handle them. Thread-safe. Every command asks the host's policy and is entered in the journal with who and
 * why.
 */
public interface Rules {

    /** Most orders of one plan. */
    int MOST_ORDERS = 1_000;

    /** The rules in force, the same on every node. */
    RuleSet current();

    /** A version that is or was in force. */
    Optional<RuleSet> version(int version);

    /** Everything wrong with a rule set, each as one sentence; empty when it can be applied. */
    List<String> problems(RuleSet rules);

    /**
     * Puts a rule set in force, on every node, from the next change on. It does nothing to what has happened already; {@link #plan}
     * does.
     *
     * @param why for people
     * @return the set as it is in force
     * @throws io.orderweave.error.OrderweaveException (INVALID_CONFIGURATION) with everything that is wrong, a line each, or when its
     *     version is not newer than the one in force: then nothing changes; (FORBIDDEN) when the policy refuses
     */
    RuleSet apply(RuleSet rules, Actor actor, String why);

    /**
     * What is doubtful about a rule set that can be used: what {@link RuleLint} finds with the shop's statuses and the mappings in force,
     * and, of its rules that are in force as they are, what their past tells: not fired for 90 days, fired on everything. Changes nothing.
     *
     * <p>It reads the decisions of the last 90 days, a page at a time, and history and decisions of the {@value RuleLint#SAMPLE} orders
     * placed last: for a screen, or once a day.
     */
    List<LintFinding> lint(RuleSet rules);

    /** As {@link #lint(RuleSet)}, with other mappings than those in force. */
    List<LintFinding> lint(RuleSet rules, MappingSet mappings);

    /** As {@link #lint(RuleSet)}, of the rules in force. */
    List<LintFinding> lint();

    /**
     * What rules would do to orders as they now are, whether or not anything triggers them. Nothing is done. An action that needs an
     * event the rule is triggered by does nothing.
     *
     * @param rules of the set in force
     * @param orders at most {@value #MOST_ORDERS}
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) for a rule or order that is not there, (INVALID_REQUEST) for too many
     */
    RulePlan plan(Set<RuleId> rules, Collection<OrderId> orders);

    /** As {@link #plan(Set, Collection)}, of one page of a query. */
    RulePlan plan(Set<RuleId> rules, OrderQuery query);

    /**
     * Does what a plan lists, in one transaction, through the ordinary pipeline: conditions are looked at again, keys are the ordinary
     * ones, so that nothing is done twice.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when it was applied already or made for another version of the
     *     rules, (FORBIDDEN) when the policy refuses
     */
    void apply(RulePlan plan, Actor actor);

    /** Where the limits of the rules in force stand. */
    List<LimitState> limits();

    /**
     * Lets a rule go on that has reached its limit: what it has done until now counts no more.
     *
     * @param why for people
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when no rule of that name has a limit
     */
    void clearLimit(RuleId rule, Actor actor, String why);
}
