package io.orderweave.simulator.allegro;

import io.orderweave.simulator.SimulatorSettings;
import io.orderweave.simulator.internal.ValueStyle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How an {@link AllegroSimulator} behaves; hosts build it. Immutable. */
@Value.Immutable
@ValueStyle
public interface AllegroSettings extends SimulatorSettings {

    String clientId();

    @Value.Redacted
    String clientSecret();

    /**
     * The registered application's name, which the User-Agent must begin with; without it any name will do as long as the
     * header has the shape {@code Name/1.2.3 (+https://docs-url)}.
     */
    Optional<String> applicationName();

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

    /** What ids are made of: the same seed and steps give the same ids. */
    @Value.Default
    default long seed() {
        return 1;
    }

    @Value.Default
    default String sellerId() {
        return "77001122";
    }

    @Value.Default
    default String sellerLogin() {
        return "dobry-sklep";
    }

    /** How long an access token lives. */
    @Value.Default
    default Duration accessTokenLife() {
        return Duration.ofHours(12);
    }

    /** How long an unused refresh token lives. */
    @Value.Default
    default Duration refreshTokenLife() {
        return Duration.ofDays(90);
    }

    /**
     * How long a used refresh token still answers, with the pair it was changed for; zero, the default, is the hardest case.
     * Allegro speaks of about a minute; what it answers then is UNCONFIRMED.
     */
    @Value.Default
    default Duration refreshGrace() {
        return Duration.ZERO;
    }

    /** Fulfillment writes an order takes before it refuses all; the real number is hidden. */
    @Value.Default
    default int fulfillmentWritesPerOrder() {
        return 40;
    }

    /** Orders one waybill may be entered in before it is refused; the real number is hidden. */
    @Value.Default
    default int ordersPerWaybill() {
        return 20;
    }

    /** How long a fulfillment write stays invisible to reads. */
    @Value.Default
    default Duration fulfillmentLag() {
        return Duration.ZERO;
    }

    /** How long the virus scan of an uploaded invoice takes. */
    @Value.Default
    default Duration invoiceScan() {
        return Duration.ZERO;
    }

    /** How long an invoice without its file keeps the next one out; the real "few seconds" are UNCONFIRMED. */
    @Value.Default
    default Duration invoicePatience() {
        return Duration.ofSeconds(10);
    }

    /** How long a refund is in progress. */
    @Value.Default
    default Duration refundTime() {
        return Duration.ZERO;
    }

    /** How long a command over many offers takes; usually moments, an hour was seen. */
    @Value.Default
    default Duration offerCommandTime() {
        return Duration.ZERO;
    }

    /** How long an edit of one offer takes; zero answers 200 at once, more 202 and an operation to ask for. */
    @Value.Default
    default Duration offerEditTime() {
        return Duration.ZERO;
    }

    /** Whether the seller has a first waybill set the order to SENT. */
    @Value.Default
    default boolean sentByWaybill() {
        return false;
    }

    /** The ids of {@code GET /order/carriers}; {@code OTHER} is always among them. The real list is longer. */
    @Value.Default
    default List<String> carriers() {
        return List.of("INPOST", "DPD", "DHL", "UPS", "GLS", "ORLEN", "POCZTA_POLSKA", "PACKETA");
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AllegroSettings}, or starts a simulator with them. */
    final class Builder extends ImmutableAllegroSettings.Builder {
        Builder() {}

        /** Starts a simulator with what was set. */
        public AllegroSimulator start() {
            return AllegroSimulator.start(build());
        }
    }
}
