package io.orderweave.jdbc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Work on another thread, waited for. */
final class OtherThread {

    private OtherThread() {}

    static void run(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(60, TimeUnit.SECONDS).join();
    }
}
