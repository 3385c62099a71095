package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A host that shuts down interrupts its threads; a call then ends long before its time is over. A part of {@link ChannelConnectorTck}. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class InterruptionTck extends ChannelGroup {

    /** Shorter than {@link #patience}, so that it is the interruption that ends the call. */
    private static final long SECONDS = 15;

    @Test
    void anInterruptedReadEndsAndTheThreadStaysInterrupted() throws Exception {
        warmUp();
        proxy.alwaysReads(Trouble.silence());

        Ended ended = interrupted(() -> feed().poll(Optional.empty(), 5));

        assertThat(ended.thrown()).isInstanceOf(OutsideFault.class);
        assertThat(ended.stillInterrupted()).isTrue();
    }

    @Test
    void anInterruptedWriteEndsInDoubt() throws Exception {
        AnyWrite write = AnyWrite.of(this);
        String order = server.place(TestOrder.paid(1));
        warmUp();
        proxy.alwaysWrites(Trouble.silenceAfter());

        Ended ended = interrupted(() -> write.send(order));

        assertThat(ended.thrown())
                .isInstanceOfSatisfying(
                        OutsideFault.class,
                        fault -> assertThat(fault.reached()).isEqualTo(OutsideFault.Reached.PERHAPS));
        assertThat(ended.stillInterrupted()).isTrue();
        assertThat(server.landed(write.facet(), order)).isEqualTo(1);
    }

    @Test
    void aConnectorServesAgainAfterAnInterruption() throws Exception {
        String order = server.place(TestOrder.paid(1));
        warmUp();
        proxy.alwaysReads(Trouble.silence());
        interrupted(() -> feed().poll(Optional.empty(), 5));
        proxy.calm();

        assertThat(everything()).containsKey(order);
    }

    private record Ended(Throwable thrown, boolean stillInterrupted) {}

    /** How the call ends whose thread is interrupted while a request of it waits for its answer. */
    private Ended interrupted(Runnable call) throws InterruptedException, ExecutionException {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        call.run();
                        ended.completeExceptionally(new AssertionError("the call returned, though nobody answered"));
                    } catch (Throwable thrown) {
                        ended.complete(new Ended(thrown, Thread.currentThread().isInterrupted()));
                    }
                },
                "interrupted-call");
        thread.setDaemon(true);
        int before = proxy.unanswered();
        thread.start();
        proxy.awaitUnanswered(before + 1);
        thread.interrupt();
        try {
            return ended.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the call still waits " + SECONDS + " seconds after it was interrupted", e);
        }
    }
}
