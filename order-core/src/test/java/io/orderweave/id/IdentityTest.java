package io.orderweave.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a/b", "a\nb", "a\u0000b", "a\u007fb"})
    void refusesWhatWouldBreakAKeyOrALogLine(String value) {
        assertThatThrownBy(() -> new OrderId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("order id must");
    }

    @Test
    void takesUpToAHundredCharacters() {
        assertThat(new OrderId("x".repeat(100)).value()).hasSize(100);
        assertThatThrownBy(() -> new OrderId("x".repeat(101))).hasMessageContaining("not 101");
    }

    @Test
    void isNeverMadeTwiceAndSortsByTime() {
        TestClock clock = new TestClock(TestOrders.NOON);
        IdSource ids = new IdSource(clock);
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ids.next());
        }
        clock.advance(Duration.ofMillis(1));

        String later = ids.next();

        assertThat(made)
                .hasSize(1_000)
                .allMatch(id -> id.matches("[0-9a-f]{32}"))
                .allMatch(id -> id.compareTo(later) < 0);
    }
}
