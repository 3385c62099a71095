package io.orderweave.couriers.inpost;

import io.orderweave.value.ValueStyle;
import java.net.URI;
import java.time.Duration;
import org.immutables.value.Value;

/** The settings of an InPost connection. Prints no secret. */
@Value.Immutable
@ValueStyle
interface InPostSettings {

    URI baseUrl();

    String organization();

    @Value.Redacted
    String token();

    /** How locker parcels reach InPost. */
    String sendingMethod();

    /** The compartment of a parcel that names neither a size class nor dimensions. */
    InPostTemplate template();

    boolean insuresEverything();

    InPostTrackingPage trackingPage();

    Duration callDeadline();

    Duration searchWindow();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link InPostSettings}. */
    final class Builder extends ImmutableInPostSettings.Builder {
        Builder() {}
    }
}
