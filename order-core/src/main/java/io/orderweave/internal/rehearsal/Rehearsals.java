package io.orderweave.internal.rehearsal;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.OrderId;
import io.orderweave.internal.journal.Chain;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.RehearsalProgress;
import io.orderweave.journal.Why;
import java.util.Iterator;
import java.util.List;

/** Rehearses orders one by one and sums up what differs; holds one order at a time. Thread-safe. */
public final class Rehearsals {

    private static final int REPORT_EVERY = 100;
    private static final int SAMPLES_OF_A_SORT = 5;

    private final Records records;
    private final Chain recorded;

    /** @param recorded explains what is in the ledger */
    public Rehearsals(Records records, Chain recorded) {
        this.records = records;
        this.recorded = recorded;
    }

    /** Rehearses every order that something happened to in that time. */
    public Rehearsal all(Terms terms, RehearsalProgress progress) {
        Summary summary = new Summary(terms, SAMPLES_OF_A_SORT);
        long orders = records.count(terms.to());
        long done = 0;
        Iterator<OrderId> ids = records.orders(terms.to());
        while (ids.hasNext()) {
            if (done % REPORT_EVERY == 0 && !progress.goOn(done, orders)) {
                return summary.stopped();
            }
            rehearse(ids.next(), terms, summary);
            done++;
        }
        progress.goOn(done, orders);
        return summary.finished();
    }

    /** Rehearses one order. */
    public Rehearsal one(OrderId order, Terms terms) {
        if (!records.exists(order)) {
            throw new OrderweaveException(FaultCategory.NOT_FOUND, "no order " + order);
        }
        Summary summary = new Summary(terms, Integer.MAX_VALUE);
        rehearse(order, terms, summary);
        return summary.finished();
    }

    private void rehearse(OrderId order, Terms terms, Summary summary) {
        OrderRehearsal rehearsal = new OrderRehearsal(order, terms, records);
        if (rehearsal.isIdle()) {
            return;
        }
        rehearsal.run();
        List<Difference> differences = new Differences(rehearsal, terms, records).all();
        summary.add(rehearsal);
        for (Difference difference : differences) {
            if (summary.add(difference)) {
                summary.sample(order, difference, why(rehearsal, difference));
            }
        }
    }

    private Why why(OrderRehearsal rehearsal, Difference difference) {
        Chain chain = difference.change() == Rehearsal.Change.REMOVED ? recorded : new Chain(rehearsal.book());
        return chain.to(difference.effect());
    }
}
