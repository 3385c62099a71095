package io.orderweave.connector;

import io.orderweave.channel.Storefront;
import io.orderweave.value.ValueStyle;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import org.immutables.value.Value;

/** Facts about a connector that the engine and people plan by. */
@Value.Immutable
@ValueStyle
public interface ConnectorProfile {

    /** Most items one poll returns. */
    int pageSize();

    Set<Storefront> storefronts();

    Set<Currency> currencies();

    /** After a call's deadline, how long the other side may still take to show what it did; an absence before is not believed. */
    Duration settleTime();

    /** How long one call may take in all before its outcome is in doubt. */
    Duration callDeadline();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ConnectorProfile}s. */
    final class Builder extends ImmutableConnectorProfile.Builder {
        Builder() {}
    }
}
