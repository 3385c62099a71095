package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOW = SettableClock.START;

    @Test
    void neverLetsMoreThanTheLimitsThroughAnyWindow() {
        long seed = 20260302;
        Random random = new Random(seed);
        RateBudget budget = new RateBudget(MINUTE, List.of(new RateLimit(3, SECOND), new RateLimit(40, MINUTE)));
        List<Instant> sent = new ArrayList<>();
        Instant now = NOW;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusMillis(random.nextInt(900));
            Duration wait = budget.reserve(now, Duration.ofSeconds(5));
            if (wait.compareTo(Duration.ofSeconds(5)) <= 0) {
                sent.add(now.plus(wait));
            }
        }

        assertThat(sent).as("seed %s", seed).hasSizeGreaterThan(500).isSorted();
        for (int i = 0; i < sent.size(); i++) {
            assertThat(inWindow(sent, i, SECOND)).as("seed %s", seed).isLessThanOrEqualTo(3);
            assertThat(inWindow(sent, i, MINUTE)).as("seed %s", seed).isLessThanOrEqualTo(40);
        }
    }

    private static int inWindow(List<Instant> sent, int from, Duration length) {
        Instant end = sent.get(from).plus(length);
        int count = 0;
        for (int i = from; i < sent.size() && sent.get(i).isBefore(end); i++) {
            count++;
        }
        return count;
    }

    @Test
    void letsTheWholeLimitThroughAtOnce() {
        RateBudget budget = new RateBudget(MINUTE, List.of(new RateLimit(3, MINUTE)));

        for (int i = 0; i < 3; i++) {
            assertThat(budget.reserve(NOW, Duration.ZERO)).isZero();
        }
        assertThat(budget.reserve(NOW.plusSeconds(10), Duration.ZERO)).isEqualTo(Duration.ofSeconds(50));
        assertThat(budget.reserve(NOW.plusSeconds(60), Duration.ZERO)).isZero();
    }

    @Test
    void takesNothingWhenTheWaitIsTooLong() {
        RateBudget budget = new RateBudget(MINUTE, List.of(new RateLimit(1, MINUTE)));
        assertThat(budget.reserve(NOW, SECOND)).isZero();

        assertThat(budget.reserve(NOW, SECOND)).isEqualTo(MINUTE);
        assertThat(budget.reserve(NOW, SECOND)).isEqualTo(MINUTE);
        assertThat(budget.reserve(NOW.plus(MINUTE), SECOND)).isZero();
    }

    @Test
    void growsThePauseWithEveryBlockUntilItIsServedAgain() {
        RateBudget budget = new RateBudget(MINUTE, List.of());

        budget.block(NOW, Duration.ZERO);
        assertThat(budget.blockedFor(NOW)).isEqualTo(MINUTE);
        Instant second = NOW.plus(MINUTE);
        assertThat(budget.blockedFor(second)).isZero();
        budget.block(second, Duration.ZERO);
        assertThat(budget.blockedFor(second)).isEqualTo(Duration.ofMinutes(2));
        Instant third = second.plus(Duration.ofMinutes(2));
        budget.block(third, Duration.ZERO);
        assertThat(budget.blockedFor(third)).isEqualTo(Duration.ofMinutes(4));

        Instant later = third.plus(Duration.ofMinutes(4));
        budget.served(later);
        budget.block(later, Duration.ZERO);
        assertThat(budget.blockedFor(later)).isEqualTo(MINUTE);
    }

    @Test
    void countsRefusalsOfRequestsThatWereUnderwayTogetherAsOneBlock() {
        RateBudget budget = new RateBudget(MINUTE, List.of());

        for (int i = 0; i < 5; i++) {
            budget.block(NOW, Duration.ZERO);
        }

        assertThat(budget.blockedFor(NOW)).isEqualTo(MINUTE);
    }

    @Test
    void waitsAsLongAsItWasAskedToButNeverShorterThanItsOwnPause() {
        RateBudget budget = new RateBudget(MINUTE, List.of());

        budget.block(NOW, Duration.ofMinutes(7));
        assertThat(budget.blockedFor(NOW)).isEqualTo(Duration.ofMinutes(7));
        budget.block(NOW, SECOND);
        assertThat(budget.blockedFor(NOW)).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void pausesAQuarterOfAnHourAtMost() {
        RateBudget budget = new RateBudget(MINUTE, List.of());
        Instant now = NOW;
        for (int i = 0; i < 30; i++) {
            budget.block(now, Duration.ZERO);
            now = now.plus(budget.blockedFor(now));
        }
        budget.block(now, Duration.ZERO);

        assertThat(budget.blockedFor(now)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void isOnePerKey() {
        RateBudget one = RateBudgets.budget("sample/client-1", MINUTE, new RateLimit(1, MINUTE));

        assertThat(RateBudgets.budget("sample/client-1", MINUTE, new RateLimit(1, MINUTE)))
                .isSameAs(one);
        assertThat(RateBudgets.budget("sample/client-2", MINUTE, new RateLimit(1, MINUTE)))
                .isNotSameAs(one);
    }
}
