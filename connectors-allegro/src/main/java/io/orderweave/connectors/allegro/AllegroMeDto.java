package io.orderweave.connectors.allegro;

import org.jspecify.annotations.Nullable;

/** The authenticated seller. */
record AllegroMeDto(@Nullable String id, @Nullable String login) {}
