package io.orderweave.tck;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The moment between a check and the write that relies on it. The first of the kit's threads that comes here waits for a second
 * one, so that a race which a busy machine loses now and then is lost always.
 */
final class RaceWindow {

    /** Only reached when no second thread comes; the fault then goes unnoticed, which fails the build. */
    private static final long LIMIT_SECONDS = 5;

    private final CountDownLatch two = new CountDownLatch(2);

    void await() {
        if (!Thread.currentThread().getName().equals(OtherThread.NAME)) {
            return;
        }
        two.countDown();
        try {
            boolean ignored = two.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
