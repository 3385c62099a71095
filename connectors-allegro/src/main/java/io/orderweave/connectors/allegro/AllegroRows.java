package io.orderweave.connectors.allegro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.JsonParts;
import io.orderweave.http.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a list. An answer without the list is a fault (CONTRACT): taken for an empty one, a walk would end there, and
 * what it should have named would be passed over.
 */
final class AllegroRows {

    private AllegroRows() {}

    /** The rows in that field, each with its own bytes. */
    static List<RawJson> of(RawJson answer, String field) {
        if (!answer.tree().path(field).isArray()) {
            throw missing(field);
        }
        return answer.elements(field);
    }

    /** The rows of that field, nulls left out. */
    static <T> List<T> of(@Nullable List<@Nullable T> rows, String field) {
        if (rows == null) {
            throw missing(field);
        }
        return JsonParts.all(rows);
    }

    private static OutsideFault missing(String field) {
        return OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "allegro: expected a list at $." + field)
                .build();
    }
}
