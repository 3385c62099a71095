package io.orderweave.connection;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to an outside system failed. Connectors throw it; the engine decides by its parts whether to wait, to stop the
 * connection, or to treat the call's outcome as in doubt.
 */
public final class OutsideFault extends OrderweaveException {

    private static final long serialVersionUID = 1L;

    /** Whether the request can have reached the other side and done something there. */
    public enum Reached {
        /** Certainly not: refused before it was processed, or never sent. Safe to send again. */
        NO,
        /** Perhaps: the outcome of a write is in doubt. */
        PERHAPS
    }

    private final Reached reached;
    private final @Nullable Duration retryAfter;
    private final @Nullable String remoteRequestId;

    private OutsideFault(Builder builder) {
        super(builder.category, builder.text(), builder.cause);
        this.reached = builder.reached;
        this.retryAfter = builder.retryAfter.orElse(null);
        this.remoteRequestId = builder.remoteRequestId.orElse(null);
    }

    public Reached reached() {
        return reached;
    }

    /** How long the other side asked us to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The other side's id of the request, for its support. */
    public Optional<String> remoteRequestId() {
        return Optional.ofNullable(remoteRequestId);
    }

    /** A fault of that category; {@code message} names the call and holds neither personal data nor secrets. */
    public static Builder of(FaultCategory category, Reached reached, String message) {
        return new Builder(category, reached, message);
    }

    /** Builds {@link OutsideFault}s. */
    public static final class Builder {
        private final FaultCategory category;
        private final Reached reached;
        private final String message;
        private Optional<Duration> retryAfter = Optional.empty();
        private Optional<String> remoteRequestId = Optional.empty();
        private @Nullable Throwable cause;

        private Builder(FaultCategory category, Reached reached, String message) {
            this.category = category;
            this.reached = reached;
            this.message = message;
        }

        public Builder retryAfter(Optional<Duration> duration) {
            this.retryAfter = duration;
            return this;
        }

        public Builder remoteRequestId(Optional<String> id) {
            this.remoteRequestId = id;
            return this;
        }

        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        public OutsideFault build() {
            return new OutsideFault(this);
        }

        private String text() {
            return remoteRequestId
                    .map(id -> message + " (remote request " + id + ")")
                    .orElse(message);
        }
    }
}
