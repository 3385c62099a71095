package io.orderweave.journal;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.id.OrderId;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What a rule set would have done otherwise, had it been in force: the ledger that it would have led to against the one there is, by
 * effect key. Hosts get one from {@link Journal#rehearse}. Immutable.
 *
 * <p>An effect that was planned and cancelled because nobody needed it counts as none.
 */
@Value.Immutable
@ValueStyle
public interface Rehearsal {

    /** Version of the rehearsed rule set. */
    int ruleSetVersion();

    /** Version of the mappings it went by. */
    int mappingsVersion();

    /** What happened before stayed as it was. */
    Instant from();

    /** What happened from then on was left out. */
    Instant to();

    /** Orders that something happened to in that time. */
    long orders();

    /** Events from outside that were played again. */
    long events();

    /** Events from outside that were left out: they are about a shipment or document that would not have been there. */
    long skipped();

    /** How often rules of the set asked for a fact from beside the order that was not recorded with the event: it was unknown. */
    long unrecorded();

    /** Keys that rules of the set wanted with different content: nothing would have been planned, the order held. */
    long conflicts();

    /** Orders on which rules went round in a circle and were cut off. */
    long cutOff();

    /** Whether the host stopped it before the last order. */
    boolean stopped();

    /** The kinds that differ, by name. */
    List<KindDifference> kinds();

    /** The sums of the invoices, advance documents and credit notes that differ, by currency. */
    List<MoneyDifference> documents();

    /** Some of the differences, a few of each sort; all of them when one order was rehearsed. */
    List<Sample> samples();

    /** How an effect differs. */
    enum Change {
        /** It would have been there. */
        ADDED,
        /** It would not have been there. */
        REMOVED,
        /** It would have had other content, gone elsewhere or come at another time. */
        CHANGED
    }

    /** How many effects of a kind differ. */
    record KindDifference(EffectKind kind, long added, long removed, long changed) {}

    /**
     * What the documents that differ come to; credit notes are negative.
     *
     * @param added on documents that would have been issued
     * @param removed on documents that would not
     */
    record MoneyDifference(Money added, Money removed) {}

    /**
     * One effect that differs.
     *
     * @param why what would have led to it; of a removed one, what did
     */
    record Sample(OrderId order, EffectKey effect, Change change, Optional<Money> amount, Why why) {}

    /** Whether the set would have done the same. */
    default boolean isEmpty() {
        return kinds().isEmpty();
    }

    /** How the effects of a kind differ. */
    default KindDifference of(EffectKind kind) {
        return kinds().stream()
                .filter(difference -> difference.kind().equals(kind))
                .findFirst()
                .orElse(new KindDifference(kind, 0, 0, 0));
    }

    /**
     * For a host's tests: the set adds no effect of the kind.
     *
     * @throws AssertionError naming the samples
     */
    default Rehearsal requireNoNew(EffectKind kind) {
        if (of(kind).added() > 0) {
            throw new AssertionError("rule set " + ruleSetVersion() + " adds " + of(kind).added() + " effects of kind "
                    + kind + listed(kind));
        }
        return this;
    }

    /**
     * For a host's tests: the set does what was done.
     *
     * @throws AssertionError naming the samples
     */
    default Rehearsal requireSame() {
        if (!isEmpty()) {
            throw new AssertionError("rule set " + ruleSetVersion() + " differs: "
                    + kinds().stream().map(KindDifference::toString).collect(Collectors.joining(", "))
                    + kinds().stream().map(it -> listed(it.kind())).collect(Collectors.joining()));
        }
        return this;
    }

    private String listed(EffectKind kind) {
        return samples().stream()
                .filter(sample -> sample.effect().kind().equals(kind))
                .map(sample -> "\n" + sample.change() + " " + sample.why().text())
                .collect(Collectors.joining());
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Rehearsal}s. */
    final class Builder extends ImmutableRehearsal.Builder {
        Builder() {}
    }
}
