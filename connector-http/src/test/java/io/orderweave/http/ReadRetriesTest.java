package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadRetriesTest {

    private static final RemoteCall READ = new RemoteCall("thing", "things", false, Set.of(), Optional.empty());
    private static final RemoteCall WRITE = new RemoteCall("add", "things", true, Set.of(), Optional.empty());

    private final SettableClock clock = new SettableClock();
    private final ReadRetries retries =
            new ReadRetries(profile(new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(3))));
    private int attempts;

    @Test
    void repeatsAReadWithGrowingPausesUntilItSucceeds() {
        assertThat(retries.run(READ, attempts(passing(), passing(), passing()))).isEqualTo("done");

        assertThat(attempts).isEqualTo(4);
        assertThat(clock.sleeps).hasSize(3);
        assertThat(clock.sleeps.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(clock.sleeps.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(clock.sleeps.get(2)).isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(3));
    }

    @Test
    void givesUpAfterItsAttempts() {
        assertThatThrownBy(() -> retries.run(READ, attempts(passing(), passing(), passing(), passing(), passing())))
                .isInstanceOf(OutsideFault.class);

        assertThat(attempts).isEqualTo(4);
    }

    @Test
    void neverRepeatsAWrite() {
        assertThatThrownBy(() -> retries.run(WRITE, attempts(passing()))).isInstanceOf(OutsideFault.class);

        assertThat(attempts).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = FaultCategory.class, mode = EnumSource.Mode.EXCLUDE, names = "TRANSIENT")
    void repeatsOnlyWhatPasses(FaultCategory category) {
        OutsideFault fault = OutsideFault.of(category, Reached.NO, "no").build();

        assertThatThrownBy(() -> retries.run(READ, attempts(fault))).isSameAs(fault);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsItWasAsked() {
        assertThat(retries.run(READ, attempts(asking(Duration.ofSeconds(3))))).isEqualTo("done");

        assertThat(clock.sleeps).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void leavesALongerWaitToTheCaller() {
        OutsideFault fault = asking(Duration.ofSeconds(4));

        assertThatThrownBy(() -> retries.run(READ, attempts(fault))).isSameAs(fault);
        assertThat(clock.sleeps).isEmpty();
    }

    @Test
    void doesNotBeginAnAttemptAfterTheDeadline() {
        Supplier<String> slow = () -> {
            attempts++;
            clock.advance(Duration.ofSeconds(40));
            throw passing();
        };

        assertThatThrownBy(() -> retries.run(READ, slow)).isInstanceOf(OutsideFault.class);
        assertThat(attempts).isEqualTo(2);
    }

    private Supplier<String> attempts(OutsideFault... faults) {
        Deque<OutsideFault> script = new ArrayDeque<>(List.of(faults));
        return () -> {
            attempts++;
            if (script.isEmpty()) {
                return "done";
            }
            throw script.pop();
        };
    }

    private static OutsideFault passing() {
        return OutsideFault.of(FaultCategory.TRANSIENT, Reached.NO, "busy").build();
    }

    private static OutsideFault asking(Duration wait) {
        return OutsideFault.of(FaultCategory.TRANSIENT, Reached.NO, "busy")
                .retryAfter(Optional.of(wait))
                .build();
    }

    private HttpProfile profile(RetryPolicy policy) {
        return HttpProfile.builder()
                .system("sample")
                .baseUrl(URI.create("http://127.0.0.1/"))
                .userAgent("Shop/1.0")
                .retries(policy)
                .clock(clock)
                .sleeper(clock)
                .build();
    }
}
