package io.orderweave.tck;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same work on many threads that start together. */
final class Concurrently {

    private Concurrently() {}

    /** Results of {@code work}, called once on each thread with the thread's number from 0. */
    static <T> List<T> run(int threads, IntFunction<T> work) {
        CyclicBarrier together = new CyclicBarrier(threads);
        List<OtherThread<T>> running = IntStream.range(0, threads)
                .mapToObj(number -> new OtherThread<>(() -> {
                    await(together);
                    return work.apply(number);
                }))
                .toList();
        running.forEach(OtherThread::start);
        return running.stream().map(OtherThread::result).toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError("the threads did not start together", e);
        }
    }
}
