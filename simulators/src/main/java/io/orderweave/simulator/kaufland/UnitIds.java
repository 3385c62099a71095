package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.Call;
import java.util.Optional;

/** Reads the numbers that ids are. */
final class UnitIds {

    private UnitIds() {}

    /** The id in the path; empty when it is no number. */
    static Optional<Long> of(Call call, String variable) {
        return of(call.variable(variable));
    }

    static Optional<Long> of(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
