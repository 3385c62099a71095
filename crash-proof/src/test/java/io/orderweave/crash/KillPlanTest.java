package io.orderweave.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KillPlanTest {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    @Test
    void killsBetweenStoreCallsAroundNetworkCallsAndAtRandom() {
        assertThat(drawn(1))
                .hasAtLeastOneElementOfType(KillPlan.AtStoreCall.class)
                .hasAtLeastOneElementOfType(KillPlan.AtNetworkCall.class)
                .hasAtLeastOneElementOfType(KillPlan.AtRandom.class);
    }

    private static List<KillPlan> drawn(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> KillPlan.draw(random)).limit(100).toList();
    }
}
