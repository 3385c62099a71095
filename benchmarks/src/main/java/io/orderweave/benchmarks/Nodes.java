package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Lets several hubs on one database work at the same time, as nodes do. */
final class Nodes {

    private Nodes() {}

    static void run(List<OrderHub> hubs, Consumer<OrderHub> work) throws InterruptedException {
        if (hubs.size() == 1) {
            work.accept(hubs.get(0));
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(hubs.size());
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            hubs.forEach(hub -> tasks.add(() -> {
                work.accept(hub);
                return true;
            }));
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
