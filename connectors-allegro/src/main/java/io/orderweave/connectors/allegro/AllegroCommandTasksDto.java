package io.orderweave.connectors.allegro;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command did to each offer. */
record AllegroCommandTasksDto(@Nullable List<@Nullable Task> tasks) {

    /** {@code status} NEW, SUCCESS or FAIL. */
    record Task(
            @Nullable Reference offer,
            @Nullable String status,
            @Nullable String message,
            @Nullable List<@Nullable Problem> errors) {}

    record Problem(@Nullable String code) {}
}
