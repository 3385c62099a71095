package io.orderweave.http;

import java.time.Duration;

/** Lets the calling thread wait. Tests give one that moves their clock instead. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;

    /** Really waits. */
    static Sleeper ofThread() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
