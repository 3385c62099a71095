package io.orderweave.tck;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stores that write several records at once wrongly. */
final class WrongRecordBatches {

    private WrongRecordBatches() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong("all or none", "one refused record keeps the others out", WrongRecordBatches::writesAllOrNone),
                wrong("refusals unnamed", "no refusal of a batch is told", WrongRecordBatches::namesNoRefusal),
                wrong("batch upsert", "a batch overwrites the record that is there", WrongRecordBatches::upserts),
                wrong("blind batch", "a batch does not look at the versions", WrongRecordBatches::losesUpdates),
                wrong("batch ends early", "a batch ends with the first refusal", WrongRecordBatches::endsEarly),
                wrong("a thousand rows", "a batch drops what is behind the thousandth", WrongRecordBatches::dropsRows),
                wrong(
                        "batch conflict hidden",
                        "a replacement by a taken unique value is a refusal",
                        WrongRecordBatches::hidesConflicts));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<RecordStore> fault) {
        return new WrongAdapter(name, does, KitGroup.BATCHES, right -> right.with(fault.apply(right.records())));
    }

    private static RecordStore writesAllOrNone(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public Set<RecordKey> insertAll(Map<RecordKey, RecordContent> contents) {
                if (contents.keySet().stream().anyMatch(key -> get(key).isPresent())) {
                    return contents.keySet();
                }
                return super.insertAll(contents);
            }
        };
    }

    private static RecordStore namesNoRefusal(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public Set<RecordKey> insertAll(Map<RecordKey, RecordContent> contents) {
                super.insertAll(contents);
                return Set.of();
            }

            @Override
            public Set<RecordKey> updateAll(List<StoredRecord> records) {
                super.updateAll(records);
                return Set.of();
            }
        };
    }

    private static RecordStore upserts(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public Set<RecordKey> insertAll(Map<RecordKey, RecordContent> contents) {
                contents.forEach(
                        (key, content) -> get(key).ifPresent(present -> update(key, present.version(), content)));
                return super.insertAll(contents);
            }
        };
    }

    private static RecordStore losesUpdates(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public Set<RecordKey> updateAll(List<StoredRecord> records) {
                List<StoredRecord> latest = new ArrayList<>();
                for (StoredRecord record : records) {
                    long version = get(record.key()).map(StoredRecord::version).orElse(record.version());
                    latest.add(new StoredRecord(record.key(), version, record.content()));
                }
                return super.updateAll(latest);
            }
        };
    }

    private static RecordStore endsEarly(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public Set<RecordKey> insertAll(Map<RecordKey, RecordContent> contents) {
                for (Map.Entry<RecordKey, RecordContent> record : contents.entrySet()) {
                    if (!insert(record.getKey(), record.getValue())) {
                        return Set.of(record.getKey());
                    }
                }
                return Set.of();
            }
        };
    }

    private static RecordStore dropsRows(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public Set<RecordKey> insertAll(Map<RecordKey, RecordContent> contents) {
                Map<RecordKey, RecordContent> first = new LinkedHashMap<>();
                contents.entrySet().stream()
                        .limit(1_000)
                        .forEach(record -> first.put(record.getKey(), record.getValue()));
                return super.insertAll(first);
            }
        };
    }

    private static RecordStore hidesConflicts(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                try {
                    return super.update(key, expectedVersion, content);
                } catch (OrderweaveException fault) {
                    if (fault.category() != FaultCategory.INVALID_REQUEST) {
                        throw fault;
                    }
                    return false;
                }
            }
        };
    }
}
