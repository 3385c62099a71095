package io.orderweave.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.connection.ConnectionId;
import io.orderweave.id.EffectId;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One effect in the ledger. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableEffect.class)
public interface Effect {

    EffectId id();

    EffectKey key();

    /** Where it goes; empty for local ones. */
    Optional<ConnectionId> connection();

    /** What the rule or person chose: series, courier, template. The order's own data is read when it is claimed. */
    @Value.Redacted
    JsonNode payload();

    EffectState state();

    List<Cause> causes();

    /** Where the first cause comes from in the end. */
    Origin origin();

    /** Effects that must be DONE before. */
    List<EffectKey> after();

    /** Effects that go first, if they go at all: must be DONE or CANCELLED before. */
    List<EffectKey> behind();

    /** 1, one more each time it is armed again. */
    @Value.Default
    default int arming() {
        return 1;
    }

    List<Attempt> attempts();

    /** When somebody must look at it next; empty when nobody need. */
    Optional<Instant> due();

    /** Not before then, whatever wakes it: asked for when it was planned, or a pause after a refusal. */
    Optional<Instant> notBefore();

    /** Until when the last call can have had an effect on the other side. */
    Optional<Instant> callDeadline();

    /** What is sent, frozen when it was claimed. */
    @Value.Redacted
    Optional<JsonNode> request();

    /** The other side's handle while ACCEPTED. */
    Optional<String> handle();

    /** When ACCEPTED becomes IN_DOUBT. */
    Optional<Instant> acceptedUntil();

    /** The other side's answer, stored before it is folded. */
    @Value.Redacted
    Optional<JsonNode> answer();

    /** The other side's id of the result, or ours of a local one. */
    Optional<String> reference();

    /** Since when it is IN_DOUBT; empty while it is not. */
    Optional<Instant> doubtSince();

    /** Whether {@link EffectEvent.EffectUnresolved} was raised for the present doubt. */
    @Value.Default
    default boolean doubtAnnounced() {
        return false;
    }

    /** Whether the present doubt is a recovery's: what nobody knows to have been sent may have been, before the backup was restored. */
    @Value.Default
    default boolean suspected() {
        return false;
    }

    /** The begin of the recovery in which it was last asked after. */
    Optional<Instant> recoveredIn();

    /** Why it is REJECTED, CANCELLED, IN_DOUBT, or why it does not move though PLANNED. */
    Optional<String> reason();

    /** Whether a person cancelled it: then no rule arms it again. */
    @Value.Default
    default boolean cancelledByPerson() {
        return false;
    }

    Instant createdAt();

    /** A builder that starts from this. */
    default Builder toBuilder() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Effect}s. */
    final class Builder extends ImmutableEffect.Builder {
        Builder() {}
    }
}
