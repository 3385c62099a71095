package io.orderweave.connectors.allegro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The carriers that Allegro knows. */
record AllegroCarriersDto(@Nullable List<@Nullable Carrier> carriers) {

    record Carrier(@Nullable String id, @Nullable String name) {}
}
