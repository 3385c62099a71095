package io.orderweave.connectors.kaufland;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The carriers that Kaufland knows. */
record KauflandCarriersDto(@Nullable Data data) {

    record Data(@Nullable List<@Nullable Carrier> carriers) {}

    record Carrier(@Nullable String name) {}
}
