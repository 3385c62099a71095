package io.orderweave.connectors.allegro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import java.util.List;

/** Reads the rows of a list. */
final class AllegroRows {

    private AllegroRows() {}

    /**
     * The rows in that field, each with its own bytes.
     *
     * @throws OutsideFault (CONTRACT) for an answer that is no list: taken for an empty one, what it should have named would be
     *     passed over
     */
    static List<RawJson> of(RawJson answer, String field) {
        if (!answer.hasArray(field)) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "allegro: expected a list at $." + field)
                    .build();
        }
        return answer.elements(field);
    }
}
