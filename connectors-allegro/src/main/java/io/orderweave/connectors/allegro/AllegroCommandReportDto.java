package io.orderweave.connectors.allegro;

import org.jspecify.annotations.Nullable;

/** How far a command is. Its counts are all zero at first, so they do not tell whether it is done. */
record AllegroCommandReportDto(
        @Nullable String id, @Nullable String completedAt) {}
