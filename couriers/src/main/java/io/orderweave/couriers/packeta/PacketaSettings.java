package io.orderweave.couriers.packeta;

import io.orderweave.value.ValueStyle;
import java.net.URI;
import java.time.Duration;
import org.immutables.value.Value;

/** The settings of a Packeta connection. Prints no secret. */
@Value.Immutable
@ValueStyle
interface PacketaSettings {

    URI baseUrl();

    @Value.Redacted
    String apiPassword();

    /** Sender's name in Packeta's client section. */
    String sender();

    PacketaHomeCarriers homeCarriers();

    PacketaLabelFormat labelFormat();

    PacketaTrackingPage trackingPage();

    Duration callDeadline();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PacketaSettings}. */
    final class Builder extends ImmutablePacketaSettings.Builder {
        Builder() {}
    }
}
