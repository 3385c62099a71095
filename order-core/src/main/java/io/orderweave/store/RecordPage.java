package io.orderweave.store;

import java.util.List;
import java.util.Optional;

/**
 * One page of records.
 *
 * @param next where to continue; empty when there is nothing more
 */
public record RecordPage(List<StoredRecord> records, Optional<RecordQuery.Position> next) {

    public RecordPage {
        records = List.copyOf(records);
    }
}
