package io.orderweave.tck;

import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalRow;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredEffect;
import io.orderweave.store.StoredRecord;
import io.orderweave.store.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Transactions that are none, and writes that escape them. */
final class WrongTransactions {

    private WrongTransactions() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong("no transaction", "every call commits by itself", transactor(OpensNothing::new)),
                wrong("commit on exception", "what the failed work wrote is committed", transactor(CommitsAnyway::new)),
                wrong(
                        "commit on error",
                        "only exceptions roll back, an `Error` commits",
                        transactor(CommitsOnError::new)),
                wrong("wrapped exception", "rolls back, but throws an exception of its own", transactor(Wraps::new)),
                wrong("forgotten rollback", "a caught exception of joined work is forgotten", transactor(Forgets::new)),
                wrong(
                        "active for all",
                        "`active()` sees the transactions of other threads",
                        transactor(ActiveForAll::new)),
                wrong("frozen time", "`now()` stands still", WrongTransactions::frozenTime),
                wrong(
                        "dirty read",
                        "a cache is filled when a record is written, not when it is committed",
                        right -> right.with(new DirtyCache(right.records()))),
                wrong(
                        "last writer wins",
                        "the expected version of an update is not looked at",
                        right -> right.with(WrongRecordStores.losesUpdates(right.records()))),
                wrong(
                        "checkpoint first",
                        "checkpoints are written outside the transaction, before its orders",
                        right -> escapingRecords(right, key -> key.collection().equals(RecordCollections.CHECKPOINTS))),
                wrong(
                        "escaping records",
                        "records are written outside the transaction",
                        right -> escapingRecords(right, key -> true)),
                wrong(
                        "escaping journal",
                        "entries are written outside the transaction",
                        WrongTransactions::escapingJournal),
                wrong(
                        "escaping effects",
                        "effects are planned outside the transaction",
                        WrongTransactions::escapingEffects),
                wrong("escaping leases", "leases are taken outside the transaction", WrongTransactions::escapingLeases),
                wrong("escaping blobs", "contents are put outside the transaction", WrongTransactions::escapingBlobs));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<AssembledStores> fault) {
        return new WrongAdapter(name, does, KitGroup.TRANSACTIONS, fault);
    }

    private static UnaryOperator<AssembledStores> transactor(UnaryOperator<Transactor> fault) {
        return right -> right.with(fault.apply(right.transactor()));
    }

    private static final class OpensNothing extends ForwardingTransactor {

        OpensNothing(Transactor right) {
            super(right);
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return work.get();
        }
    }

    private static final class CommitsAnyway extends ForwardingTransactor {

        CommitsAnyway(Transactor right) {
            super(right);
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (active()) {
                return super.inTransaction(work);
            }
            AtomicReference<RuntimeException> thrown = new AtomicReference<>();
            Optional<T> result = super.inTransaction(() -> {
                try {
                    return Optional.of(work.get());
                } catch (RuntimeException e) {
                    thrown.set(e);
                    return Optional.empty();
                }
            });
            return result.orElseThrow(thrown::get);
        }
    }

    private static final class CommitsOnError extends ForwardingTransactor {

        CommitsOnError(Transactor right) {
            super(right);
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (active()) {
                return super.inTransaction(work);
            }
            AtomicReference<Error> thrown = new AtomicReference<>();
            Optional<T> result = super.inTransaction(() -> {
                try {
                    return Optional.of(work.get());
                } catch (Error e) {
                    thrown.set(e);
                    return Optional.empty();
                }
            });
            if (result.isEmpty()) {
                throw thrown.get();
            }
            return result.get();
        }
    }

    private static final class Wraps extends ForwardingTransactor {

        Wraps(Transactor right) {
            super(right);
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            try {
                return super.inTransaction(work);
            } catch (RuntimeException e) {
                throw new IllegalStateException("rolled back", e);
            }
        }
    }

    private static final class Forgets extends ForwardingTransactor {

        Forgets(Transactor right) {
            super(right);
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return active() ? work.get() : super.inTransaction(work);
        }
    }

    private static final class ActiveForAll extends ForwardingTransactor {

        private final AtomicInteger running = new AtomicInteger();

        ActiveForAll(Transactor right) {
            super(right);
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            running.incrementAndGet();
            try {
                return super.inTransaction(work);
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public boolean active() {
            return running.get() > 0;
        }
    }

    private static AssembledStores frozenTime(AssembledStores right) {
        Instant created = right.now();
        return right.withTime(() -> created);
    }

    private static final class DirtyCache extends ForwardingRecordStore {

        private final Map<RecordKey, StoredRecord> cache = new ConcurrentHashMap<>();

        DirtyCache(RecordStore right) {
            super(right);
        }

        @Override
        public Optional<StoredRecord> get(RecordKey key) {
            return Optional.ofNullable(cache.get(key)).or(() -> super.get(key));
        }

        @Override
        public boolean insert(RecordKey key, RecordContent content) {
            return super.insert(key, content) && cached(new StoredRecord(key, 1, content));
        }

        @Override
        public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
            return super.update(key, expectedVersion, content)
                    && cached(new StoredRecord(key, expectedVersion + 1, content));
        }

        @Override
        public boolean delete(RecordKey key, long expectedVersion) {
            cache.remove(key);
            return super.delete(key, expectedVersion);
        }

        private boolean cached(StoredRecord written) {
            cache.put(written.key(), written);
            return true;
        }
    }

    private static AssembledStores escapingRecords(AssembledStores right, Predicate<RecordKey> escaping) {
        Escapes escapes = new Escapes(right.transactor());
        RecordStore records = new ForwardingRecordStore(right.records()) {
            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                return escaping.test(key)
                        ? escapes.write(() -> super.insert(key, content))
                        : super.insert(key, content);
            }
        };
        return right.with(escapes).with(records);
    }

    private static AssembledStores escapingJournal(AssembledStores right) {
        Escapes escapes = new Escapes(right.transactor());
        return right.with(escapes).with(new ForwardingJournalStore(right.journal()) {
            @Override
            public void append(List<JournalRow> rows) {
                escapes.write(() -> {
                    super.append(rows);
                    return true;
                });
            }
        });
    }

    private static AssembledStores escapingEffects(AssembledStores right) {
        Escapes escapes = new Escapes(right.transactor());
        EffectStore effects = new ForwardingEffectStore(right.effects()) {
            @Override
            public boolean insertIfAbsent(StoredEffect effect) {
                return escapes.write(() -> super.insertIfAbsent(effect));
            }
        };
        return right.with(escapes).with(effects);
    }

    private static AssembledStores escapingLeases(AssembledStores right) {
        Escapes escapes = new Escapes(right.transactor());
        return right.with(escapes).with(new ForwardingLeaseStore(right.leases()) {
            @Override
            public Optional<Lease> acquire(String name, String owner, Duration duration) {
                return escapes.write(() -> super.acquire(name, owner, duration));
            }
        });
    }

    private static AssembledStores escapingBlobs(AssembledStores right) {
        Escapes escapes = new Escapes(right.transactor());
        return right.with(escapes).with(new ForwardingBlobStore(right.blobs()) {
            @Override
            public String put(byte[] content) {
                return escapes.write(() -> super.put(content));
            }
        });
    }
}
