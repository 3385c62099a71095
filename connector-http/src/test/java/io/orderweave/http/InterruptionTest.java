package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.SampleApi.ThingDto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread that is interrupted does not wait for a server that is silent. */
@SuppressWarnings("NullAway.Init") // JUnit calls listen
class InterruptionTest {

    private ServerSocket silent;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
    }

    @Test
    void endsACallThatWaitsForItsAnswer() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            thrown.complete(catchThrowable(() -> api().add(new ThingDto("a", 1))));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        try (Socket connection = silent.accept()) {
            // The request has come, so the caller waits for its answer.
            assertThat(connection.getInputStream().read()).isEqualTo('P');

            caller.interrupt();

            assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOfSatisfying(OutsideFault.class, fault -> {
                assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
                assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
            });
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void keepsAnInterruptedThreadFromCallingAtAll() {
        Thread.currentThread().interrupt();

        Throwable thrown = catchThrowable(() -> api().add(new ThingDto("a", 1)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        OutsideFault.class, fault -> assertThat(fault.reached()).isEqualTo(Reached.NO));
    }

    private SampleApi api() {
        return RemoteApis.create(
                SampleApi.class,
                HttpProfile.builder()
                        .system("sample")
                        .baseUrl(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                        .userAgent("test/1")
                        .retries(RetryPolicy.NEVER)
                        .clock(new SettableClock())
                        .build());
    }
}
