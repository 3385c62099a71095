package io.orderweave.connectors.kaufland;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The storefronts the seller has. */
record KauflandStorefrontsDto(@Nullable List<@Nullable String> data) {}
