package io.orderweave.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What a handler says of an effect that is about to be done. */
public sealed interface Readiness {

    /** Do it with this request, frozen for this arming. */
    record Ready(JsonNode request) implements Readiness {}

    /** Not wanted any more: CANCELLED. */
    record NotWanted(String reason) implements Readiness {}

    /** Cannot be done as things are: REJECTED. */
    record Impossible(String reason) implements Readiness {}

    /** Stays PLANNED and is looked at again. */
    record NotYet(String reason, Duration lookAgainAfter) implements Readiness {}
}
