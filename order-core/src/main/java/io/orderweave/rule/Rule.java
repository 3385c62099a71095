package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.RuleId;
import io.orderweave.value.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** When an event happens and the condition holds, these actions are wanted. Data: no scripts. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableRule.class)
public interface Rule {

    RuleId id();

    /** For people; the id when it is not given. */
    @Value.Default
    default String name() {
        return id().value();
    }

    /** Why it is there, for people. */
    Optional<String> note();

    /** The first day on which it acts, on the seller's calendar; empty: always did. */
    @JsonProperty("from")
    Optional<LocalDate> firstDay();

    /** The last day on which it acts, on the seller's calendar; empty: for ever. */
    @JsonProperty("until")
    Optional<LocalDate> lastDay();

    @JsonProperty("on")
    Trigger trigger();

    @JsonProperty("when")
    @Value.Default
    default Condition condition() {
        return Condition.always();
    }

    @JsonProperty("then")
    List<Action> actions();

    @Value.Default
    default boolean enabled() {
        return true;
    }

    /** How often its irreversible effects may be done before a person is called; empty: without limit. */
    Optional<Limit> limit();

    /** Whether it is switched on and the day is one of its days. */
    default boolean isActive(LocalDate day) {
        return enabled()
                && firstDay().filter(day::isBefore).isEmpty()
                && lastDay().filter(day::isAfter).isEmpty();
    }

    @Value.Check
    default void check() {
        Optional<LocalDate> last = lastDay();
        firstDay().filter(first -> last.filter(first::isAfter).isPresent()).ifPresent(first -> {
            throw new IllegalArgumentException("'from' " + first + " is after 'until' " + last.orElseThrow());
        });
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Rule}s. */
    final class Builder extends ImmutableRule.Builder {
        Builder() {}
    }
}
