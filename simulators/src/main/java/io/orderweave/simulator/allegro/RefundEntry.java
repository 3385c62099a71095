package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One refund that was taken; {@code request} is what was asked for, in the application's words. */
record RefundEntry(
        String id,
        @Nullable String commandId,
        String formId,
        ObjectNode request,
        BigDecimal total,
        Instant createdAt,
        boolean refused) {

    /** The status to be seen at that moment. */
    String status(Instant done, Instant now) {
        if (now.isBefore(done)) {
            return "IN_PROGRESS";
        }
        return refused ? "CANCELED" : "SUCCESS";
    }
}
