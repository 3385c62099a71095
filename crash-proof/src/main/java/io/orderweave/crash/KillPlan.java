package io.orderweave.crash;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** When a node is to be killed. Immutable. */
sealed interface KillPlan {

    /**
     * At a point between two store calls, counted from the node's start.
     *
     * @param named only points of this name count; empty for all
     */
    record AtStoreCall(int number, Optional<String> named) implements KillPlan {}

    /**
     * When a request is about to leave or an answer about to arrive, counted from the node's start.
     *
     * @param named only points of this name count, such as {@code answer of inpost}; empty for all
     */
    record AtNetworkCall(int number, Optional<String> named) implements KillPlan {}

    /** After so much real work, wherever it is then. */
    record AtRandom(Duration after) implements KillPlan {}

    /**
     * Not killed: an answer, counted from the node's start, is held up until every lease of the node has ended and another has done its
     * work. The request itself was processed in time.
     */
    record LateAnswer(int number) implements KillPlan {}

    /** Never. */
    record Spared() implements KillPlan {}

    /** One of them. Early points are likelier than late ones, so that a day has many deaths; late ones come often enough. */
    static KillPlan draw(Random random) {
        int die = random.nextInt(100);
        if (die < 55) {
            return new AtStoreCall(1 + random.nextInt(30 + random.nextInt(400)), Optional.empty());
        }
        if (die < 85) {
            return new AtNetworkCall(1 + random.nextInt(4 + random.nextInt(30)), Optional.empty());
        }
        return new AtRandom(Duration.ofMillis(random.nextInt(600)));
    }
}
