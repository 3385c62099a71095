package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.RuleId;
import io.orderweave.value.ValueStyle;
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

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Rule}s. */
    final class Builder extends ImmutableRule.Builder {
        Builder() {}
    }
}
