package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.SimulatorSettings;
import io.orderweave.simulator.internal.ValueStyle;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How a {@link MerchantProSimulator} behaves; hosts build it. Immutable. */
@Value.Immutable
@ValueStyle
public interface MerchantProSettings extends SimulatorSettings {

    String apiKey();

    @Value.Redacted
    String apiSecret();

    /** What webhooks are signed with. */
    @Value.Default
    @Value.Redacted
    default String webhookSecret() {
        return "webhook-secret-of-the-shop";
    }

    @Override
    @Value.Default
    default Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    @Value.Default
    default int port() {
        return 0;
    }

    /** Where the shop is: its moments carry this offset, and the days of its date filters are its own. */
    @Value.Default
    default ZoneId zone() {
        return ZoneOffset.ofHours(2);
    }

    /** The filters on dates that the order list understands; any other is refused as {@code undefined_filter}. */
    @Value.Default
    default Set<MerchantProDateFilter> dateFilters() {
        return Set.of(MerchantProDateFilter.CREATED);
    }

    /** Requests served within a second; one more is answered 429. */
    @Value.Default
    default int requestsPerSecond() {
        return 4;
    }

    /** Requests served within a minute; one more is answered 429. */
    @Value.Default
    default int requestsPerMinute() {
        return 80;
    }

    /** The {@code Retry-After} of a 429; whether the real one carries any is UNCONFIRMED. */
    Optional<Duration> retryAfter();

    /** Wrong credentials in a row before the caller is locked out with 403; the real number is not published. */
    @Value.Default
    default int failuresBeforeLockOut() {
        return 5;
    }

    /** How long a lock-out lasts. */
    @Value.Default
    default Duration lockOut() {
        return Duration.ofHours(1);
    }

    /** Whether tags are added by PATCH, and POST is answered 405, as at some shops. */
    @Value.Default
    default boolean tagsByPatch() {
        return false;
    }

    /**
     * Whether a product's {@code variants} in a PATCH replace the list, as an order's lines do, so that those not named are gone;
     * the harder case and the default. Which it really is, is UNCONFIRMED.
     */
    @Value.Default
    default boolean variantsAreReplaced() {
        return true;
    }

    /** The scheme and host of {@code links.next}, for shops that name another; the caller's own when not given. */
    Optional<String> linkHost();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link MerchantProSettings}, or starts a simulator with them. */
    final class Builder extends ImmutableMerchantProSettings.Builder {
        Builder() {}

        /** Starts a simulator with what was set. */
        public MerchantProSimulator start() {
            return MerchantProSimulator.start(build());
        }
    }
}
