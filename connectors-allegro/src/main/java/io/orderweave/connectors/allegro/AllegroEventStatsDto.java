package io.orderweave.connectors.allegro;

import org.jspecify.annotations.Nullable;

/** Where the event journal ends now. */
record AllegroEventStatsDto(@Nullable Latest latestEvent) {

    record Latest(@Nullable String id) {}
}
