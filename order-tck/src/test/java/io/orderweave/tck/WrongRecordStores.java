package io.orderweave.tck;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stores that keep single records wrongly. */
final class WrongRecordStores {

    private WrongRecordStores() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong("lost update", "an update does not look at the version", WrongRecordStores::losesUpdates),
                wrong("blind delete", "a delete does not look at the version", WrongRecordStores::deletesAnyVersion),
                wrong(
                        "check, then insert",
                        "whether the id is free is asked before the insert, not by it",
                        right -> checksThenInserts(right, new RaceWindow())),
                wrong("upsert", "an insert overwrites the record that is there", WrongRecordStores::upserts),
                wrong(
                        "refusal thrown",
                        "a taken id is an exception instead of false",
                        WrongRecordStores::throwsRefusals),
                wrong(
                        "conflict hidden",
                        "an update to a taken unique value returns false",
                        WrongRecordStores::hidesConflicts),
                wrong(
                        "case-folding ids",
                        "ids are compared without regard to case",
                        right -> mapsIds(right, id -> id.toLowerCase(Locale.ROOT))),
                wrong(
                        "padded ids",
                        "blanks at the end of an id do not count",
                        right -> mapsIds(right, String::stripTrailing)),
                wrong(
                        "cut ids",
                        "only the first 191 characters of an id are kept",
                        right -> mapsIds(right, id -> id.substring(0, Math.min(191, id.length())))),
                wrong(
                        "text for bytes",
                        "the content goes through a text",
                        right -> mapsContent(
                                right,
                                content -> content(content.schema(), recoded(content.json()), content.indexes()))),
                wrong(
                        "schema forgotten",
                        "the schema number is not kept",
                        right -> mapsContent(right, content -> content(1, content.json(), content.indexes()))),
                wrong(
                        "stale index",
                        "an update adds index values and removes none",
                        WrongRecordStores::keepsOldIndexValues),
                wrong(
                        "index values read",
                        "the content that is read has its index values",
                        WrongRecordStores::givesIndexesBack),
                wrong(
                        "record for each id",
                        "`getAll` answers an id that is named twice twice",
                        WrongRecordStores::repeatsIds),
                wrong("a thousand ids", "`getAll` drops the ids behind the thousandth", WrongRecordStores::dropsIds));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<RecordStore> fault) {
        return new WrongAdapter(name, does, KitGroup.RECORDS, right -> right.with(fault.apply(right.records())));
    }

    static RecordStore losesUpdates(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                Optional<StoredRecord> present = get(key);
                while (present.isPresent() && !super.update(key, present.get().version(), content)) {
                    present = get(key);
                }
                return present.isPresent();
            }
        };
    }

    private static RecordStore deletesAnyVersion(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean delete(RecordKey key, long expectedVersion) {
                return get(key).map(present -> super.delete(key, present.version()))
                        .orElse(false);
            }
        };
    }

    private static RecordStore checksThenInserts(RecordStore right, RaceWindow window) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                if (get(key).isPresent()) {
                    return false;
                }
                window.await();
                return super.insert(key, content) || get(key).isPresent();
            }
        };
    }

    private static RecordStore upserts(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                return get(key).map(present -> update(key, present.version(), content))
                        .orElseGet(() -> super.insert(key, content));
            }
        };
    }

    private static RecordStore throwsRefusals(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                if (!super.insert(key, content)) {
                    throw new OrderweaveException(FaultCategory.INVALID_REQUEST, key + " is taken");
                }
                return true;
            }
        };
    }

    private static RecordStore hidesConflicts(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                try {
                    return super.update(key, expectedVersion, content);
                } catch (OrderweaveException e) {
                    return false;
                }
            }
        };
    }

    private static RecordStore mapsIds(RecordStore right, UnaryOperator<String> mapping) {
        return new ForwardingRecordStore(right) {
            @Override
            public Optional<StoredRecord> get(RecordKey key) {
                return super.get(mapped(key)).map(found -> new StoredRecord(key, found.version(), found.content()));
            }

            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                return super.insert(mapped(key), content);
            }

            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                return super.update(mapped(key), expectedVersion, content);
            }

            @Override
            public boolean delete(RecordKey key, long expectedVersion) {
                return super.delete(mapped(key), expectedVersion);
            }

            private RecordKey mapped(RecordKey key) {
                return new RecordKey(key.collection(), mapping.apply(key.id()));
            }
        };
    }

    private static RecordStore mapsContent(RecordStore right, UnaryOperator<RecordContent> mapping) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                return super.insert(key, mapping.apply(content));
            }

            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                return super.update(key, expectedVersion, mapping.apply(content));
            }
        };
    }

    private static RecordStore keepsOldIndexValues(RecordStore right) {
        return new ForwardingRecordStore(right) {
            private final Map<RecordKey, Map<String, List<IndexValue>>> indexed = new ConcurrentHashMap<>();

            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                return super.insert(key, merged(key, content));
            }

            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                return super.update(key, expectedVersion, merged(key, content));
            }

            private RecordContent merged(RecordKey key, RecordContent content) {
                Map<String, List<IndexValue>> all = new HashMap<>(indexed.getOrDefault(key, Map.of()));
                all.putAll(content.indexes());
                indexed.put(key, all);
                return content(content.schema(), content.json(), all);
            }
        };
    }

    private static RecordStore givesIndexesBack(RecordStore right) {
        return new ForwardingRecordStore(right) {
            private final Map<RecordKey, RecordContent> written = new ConcurrentHashMap<>();

            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                boolean inserted = super.insert(key, content);
                if (inserted) {
                    written.put(key, content);
                }
                return inserted;
            }

            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                boolean updated = super.update(key, expectedVersion, content);
                if (updated) {
                    written.put(key, content);
                }
                return updated;
            }

            @Override
            public Optional<StoredRecord> get(RecordKey key) {
                return super.get(key)
                        .map(found ->
                                new StoredRecord(key, found.version(), written.getOrDefault(key, found.content())));
            }
        };
    }

    private static RecordStore repeatsIds(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public List<StoredRecord> getAll(RecordCollection collection, Collection<String> ids) {
                return ids.stream()
                        .flatMap(id -> get(new RecordKey(collection, id)).stream())
                        .toList();
            }
        };
    }

    private static RecordStore dropsIds(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public List<StoredRecord> getAll(RecordCollection collection, Collection<String> ids) {
                return super.getAll(collection, new ArrayList<>(ids).subList(0, Math.min(1_000, ids.size())));
            }
        };
    }

    private static RecordContent content(int schema, byte[] json, Map<String, List<IndexValue>> indexes) {
        return new RecordContent(schema, json, indexes);
    }

    private static byte[] recoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
