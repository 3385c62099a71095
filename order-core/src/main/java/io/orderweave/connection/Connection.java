package io.orderweave.connection;

import io.orderweave.channel.ChannelId;
import io.orderweave.id.SellerId;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One account at one outside system, as the host configures it. Prints no setting's value. */
@Value.Immutable
@ValueStyle
public interface Connection {

    ConnectionId id();

    /** Which connector serves it, for example {@code allegro} or {@code inpost}. */
    ChannelId system();

    Settings settings();

    @Value.Default
    default Mode mode() {
        return Mode.LIVE;
    }

    /** The legal entity that sells through it; needed by sales channels. */
    Optional<SellerId> seller();

    /** Orders placed before are history: they come in, but no rule and no effect touches them. Empty: all are live. */
    Optional<Instant> liveFrom();

    /** How many calls one node makes to it at a time when effects run side by side; 1 to 100. */
    @Value.Default
    default int callsAtOnce() {
        return 4;
    }

    @Value.Check
    default void check() {
        if (callsAtOnce() < 1 || callsAtOnce() > 100) {
            throw new IllegalArgumentException(
                    "connection " + id() + " takes 1 to 100 calls at once, not " + callsAtOnce());
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Connection}s. */
    final class Builder extends ImmutableConnection.Builder {
        Builder() {}
    }
}
