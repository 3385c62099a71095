package io.orderweave.internal.ledger;

import io.orderweave.effect.Effects.RunReport;

/** Counts the steps of a run. Belongs to one thread; one made in a transaction is added to the run's when it is committed. */
final class Tally {

    private int done;
    private int accepted;
    private int rejected;
    private int inDoubt;
    private int putOff;
    private int cancelled;

    void done() {
        done++;
    }

    void accepted() {
        accepted++;
    }

    void rejected() {
        rejected++;
    }

    void inDoubt() {
        inDoubt++;
    }

    void putOff() {
        putOff++;
    }

    void cancelled() {
        cancelled++;
    }

    void add(Tally other) {
        done += other.done;
        accepted += other.accepted;
        rejected += other.rejected;
        inDoubt += other.inDoubt;
        putOff += other.putOff;
        cancelled += other.cancelled;
    }

    RunReport report() {
        return new RunReport(done, accepted, rejected, inDoubt, putOff, cancelled);
    }
}
