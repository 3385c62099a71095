package io.orderweave.connectors.kaufland;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import java.util.List;

/** Reads the rows of a list. */
final class KauflandRows {

    private KauflandRows() {}

    /**
     * The rows, each with its own bytes.
     *
     * @throws OutsideFault (CONTRACT) for an answer that is no list: taken for an empty one, what it should have named would be
     *     passed over
     */
    static List<RawJson> of(RawJson answer, String call) {
        if (!answer.hasArray("data")) {
            throw OutsideFault.of(
                            FaultCategory.CONTRACT, Reached.NO, "kaufland " + call + ": expected a list at $.data")
                    .build();
        }
        return answer.elements("data");
    }
}
