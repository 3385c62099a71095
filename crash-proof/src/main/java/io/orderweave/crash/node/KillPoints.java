package io.orderweave.crash.node;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Counts the points that a working engine passes. At the chosen one it says so and stands still, for ever: whoever reads it kills the
 * process from outside. Nothing of ours runs between the announcement and the SIGKILL. Thread-safe.
 */
final class KillPoints {

    private final int killAt;
    private final String killPoint;
    private final Consumer<String> announcement;
    private final AtomicInteger passed = new AtomicInteger();

    /**
     * @param killAt counted from 1; 0 for never
     * @param killPoint only points of this name count; empty for all
     * @param announcement is told the name of the point
     */
    KillPoints(int killAt, String killPoint, Consumer<String> announcement) {
        this.killAt = killAt;
        this.killPoint = killPoint;
        this.announcement = announcement;
    }

    void pass(String point) {
        boolean counts = killPoint.isEmpty() || killPoint.equals(point);
        if (counts && passed.incrementAndGet() == killAt) {
            announcement.accept(point);
            standStill();
        }
    }

    private static void standStill() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // The process is about to be killed; nothing else may happen in it.
                Thread.currentThread().interrupt();
                Thread.onSpinWait();
            }
        }
    }
}
