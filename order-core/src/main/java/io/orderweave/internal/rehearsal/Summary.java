package io.orderweave.internal.rehearsal;

import io.orderweave.effect.EffectKind;
import io.orderweave.id.OrderId;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.Rehearsal.Change;
import io.orderweave.journal.Rehearsal.KindDifference;
import io.orderweave.journal.Rehearsal.MoneyDifference;
import io.orderweave.journal.Why;
import io.orderweave.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up rehearsed orders: counts, sums and a few samples, whatever the number of orders. */
final class Summary {

    private final Terms terms;
    private final int samplesOfASort;
    private final Map<String, KindDifference> kinds = new TreeMap<>();
    private final Map<String, MoneyDifference> documents = new TreeMap<>();
    private final Map<String, Integer> sampled = new TreeMap<>();
    private final List<Rehearsal.Sample> samples = new ArrayList<>();
    private long orders;
    private long events;
    private long skipped;
    private long unrecorded;
    private long conflicts;
    private long cutOff;

    Summary(Terms terms, int samplesOfASort) {
        this.terms = terms;
        this.samplesOfASort = samplesOfASort;
    }

    void add(OrderRehearsal rehearsal) {
        orders++;
        events += rehearsal.played();
        skipped += rehearsal.skipped();
        unrecorded += rehearsal.book().unrecorded();
        conflicts += rehearsal.book().conflicts();
        cutOff += rehearsal.isCutOff() ? 1 : 0;
    }

    /** Counts a difference. Returns whether a sample of its sort is wanted. */
    boolean add(Difference difference) {
        EffectKind kind = difference.effect().kind();
        kinds.merge(kind.value(), one(kind, difference.change()), Summary::sum);
        difference.amount().ifPresent(amount -> {
            Money zero = Money.zero(amount.currency());
            MoneyDifference counted = difference.change() == Change.ADDED
                    ? new MoneyDifference(amount, zero)
                    : new MoneyDifference(zero, amount);
            documents.merge(amount.currency().getCurrencyCode(), counted, Summary::sum);
        });
        return sampled.merge(kind + " " + difference.change(), 1, Integer::sum) <= samplesOfASort;
    }

    void sample(OrderId order, Difference difference, Why why) {
        samples.add(new Rehearsal.Sample(order, difference.effect(), difference.change(), difference.amount(), why));
    }

    Rehearsal finished() {
        return report(false);
    }

    Rehearsal stopped() {
        return report(true);
    }

    private Rehearsal report(boolean stopped) {
        return Rehearsal.builder()
                .ruleSetVersion(terms.setup().rules().version())
                .mappingsVersion(terms.setup().mappings().version())
                .from(terms.from())
                .to(terms.to())
                .orders(orders)
                .events(events)
                .skipped(skipped)
                .unrecorded(unrecorded)
                .conflicts(conflicts)
                .cutOff(cutOff)
                .stopped(stopped)
                .kinds(kinds.values())
                .documents(documents.values())
                .samples(samples.stream()
                        .sorted(Comparator.comparing((Rehearsal.Sample sample) ->
                                        sample.effect().kind().value())
                                .thenComparing(Rehearsal.Sample::change))
                        .toList())
                .build();
    }

    private static KindDifference one(EffectKind kind, Change change) {
        return switch (change) {
            case ADDED -> new KindDifference(kind, 1, 0, 0);
            case REMOVED -> new KindDifference(kind, 0, 1, 0);
            case CHANGED -> new KindDifference(kind, 0, 0, 1);
        };
    }

    private static KindDifference sum(KindDifference one, KindDifference other) {
        return new KindDifference(
                one.kind(),
                one.added() + other.added(),
                one.removed() + other.removed(),
                one.changed() + other.changed());
    }

    private static MoneyDifference sum(MoneyDifference one, MoneyDifference other) {
        return new MoneyDifference(
                one.added().plus(other.added()), one.removed().plus(other.removed()));
    }
}
