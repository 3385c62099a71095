package io.orderweave.internal.ledger;

import io.orderweave.effect.Effects.RunReport;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Several workers that do due effects until nothing is due any more. The caller's thread is the first; whoever finds work calls for one
 * more, up to the bound, so that there are as many as there is work for. A worker's fault ends the run when the others have ended what
 * they do. One called for that no thread has taken up by the end is not waited for: there is nothing left for it, and the thread it waits
 * for may be the caller's own.
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

    /** Begun and not ended; the caller's is the first. */
    private int working = 1;

    /** Called for and not taken up by a thread. */
    private int called;

    private boolean over;
    private Optional<RuntimeException> fault = Optional.empty();

    Run(Executor threads, int atOnce, Supplier<Worker> workers) {
        this.threads = threads;
        this.atOnce = atOnce;
        this.workers = workers;
    }

    /** Works on this thread and those it calls for; returns when all have ended. */
    RunReport run() {
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
        if (mayCall()) {
            new Call().make();
        }
    }

    /** One more worker, called for. */
    private final class Call implements Runnable {

        private final Thread caller = Thread.currentThread();
        private boolean calling = true;

        void make() {
            try {
                threads.execute(this);
            } catch (RejectedExecutionException busy) {
                // Fewer at once, then.
                withdraw();
            } finally {
                calling = false;
            }
        }

        @Override
        public void run() {
            if (Thread.currentThread() == caller && calling) {
                // On the thread that calls it would come before what it was to be done beside.
                withdraw();
            } else if (begin()) {
                work();
            }
        }
    }

    private synchronized boolean mayCall() {
        if (working + called >= atOnce) {
            return false;
        }
        called++;
        return true;
    }

    private synchronized void withdraw() {
        called--;
    }

    private synchronized boolean begin() {
        called--;
        if (over) {
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
        over = true;
        fault.ifPresent(thrown -> {
            throw thrown;
        });
        return total.report();
    }
}
