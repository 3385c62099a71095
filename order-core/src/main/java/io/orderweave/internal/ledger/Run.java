package io.orderweave.internal.ledger;

import io.orderweave.effect.Effects.RunReport;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Several workers that do due effects until nothing is due any more. The caller's thread is the first; whoever finds work calls for one
 * more, up to the bound, so that there are as many as there is work for. A worker's fault ends the run when the others have ended what
 * they do.
 */
final class Run {

    /** What one worker does, again and again. */
    interface Worker {

        /**
         * One step.
         *
         * @param another calls for one more worker; to be called before work that takes time
         * @return whether there may be more to do
         */
        boolean step(Tally tally, Runnable another);
    }

    private final Executor threads;
    private final int atOnce;
    private final Supplier<Worker> workers;
    private final Tally total = new Tally();
    private int working;
    private Optional<RuntimeException> fault = Optional.empty();

    Run(Executor threads, int atOnce, Supplier<Worker> workers) {
        this.threads = threads;
        this.atOnce = atOnce;
        this.workers = workers;
    }

    /** Works on this thread and those it calls for; returns when all have ended. */
    RunReport run() {
        begin();
        work();
        return awaitEnd();
    }

    private void work() {
        Tally tally = new Tally();
        Optional<RuntimeException> failed = Optional.empty();
        try {
            Worker worker = workers.get();
            boolean more = true;
            while (more && goesOn()) {
                more = worker.step(tally, this::another);
            }
        } catch (RuntimeException thrown) {
            failed = Optional.of(thrown);
        } finally {
            end(tally, failed);
        }
    }

    private void another() {
        if (!begin()) {
            return;
        }
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException busy) {
            // Fewer at once, then.
            end(new Tally(), Optional.empty());
        }
    }

    private synchronized boolean begin() {
        if (working >= atOnce || fault.isPresent()) {
            return false;
        }
        working++;
        return true;
    }

    private synchronized boolean goesOn() {
        return fault.isEmpty();
    }

    private synchronized void end(Tally tally, Optional<RuntimeException> failed) {
        working--;
        total.add(tally);
        fault = fault.or(() -> failed);
        notifyAll();
    }

    private synchronized RunReport awaitEnd() {
        boolean interrupted = false;
        while (working > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                // What has been claimed is done first; the caller learns of it afterwards.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        fault.ifPresent(thrown -> {
            throw thrown;
        });
        return total.report();
    }
}
