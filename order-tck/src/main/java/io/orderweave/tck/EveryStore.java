package io.orderweave.tck;

import static io.orderweave.tck.StoreGroup.START;
import static io.orderweave.tck.StoreGroup.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.JournalRow;
import io.orderweave.store.LeaseStore.Lease;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.StoredEffect;
import io.orderweave.store.StoredRecord;
import io.orderweave.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing in each store, to see that a transaction spans them all. */
final class EveryStore {

    private static final String SUBJECT = "order/every-store";
    private static final String REMOVED = "order/every-store-removed";
    private static final String COUNTER = "every-store/2026";
    private static final byte[] BLOB = bytes("content of every-store");
    private static final RecordKey KEPT = TestRecord.key("kept");
    private static final RecordKey DELETED = TestRecord.key("deleted");

    /** One in each collection: an adapter may keep some, checkpoints for example, by other means than the rest. */
    private static final List<RecordKey> EVERYWHERE = RecordCollections.all().stream()
            .map(collection -> new RecordKey(collection, "everywhere"))
            .toList();

    private final Stores stores;

    EveryStore(Stores stores) {
        this.stores = stores;
    }

    void write() {
        stores.transactor().inTransaction(() -> {
            assertThat(stores.records()
                            .insert(
                                    KEPT,
                                    TestRecord.of("{}")
                                            .text("written")
                                            .multiple("written")
                                            .build()))
                    .isTrue();
            assertThat(stores.records().insert(DELETED, TestRecord.content("{}")))
                    .isTrue();
            EVERYWHERE.forEach(key -> assertThat(stores.records().insert(key, TestRecord.content("{}")))
                    .isTrue());
            stores.journal().append(List.of(row(1), removed()));
            assertThat(stores.effects().insertIfAbsent(effect("written", 0))).isTrue();
            assertThat(stores.series().next(COUNTER, 1)).isEqualTo(1);
            assertThat(stores.leases().acquire("written", "owner", Duration.ofHours(1)))
                    .isPresent();
            return stores.blobs().put(BLOB);
        });
    }

    /** Changes all that {@link #write} wrote and adds to it. */
    void change() {
        assertThat(stores.records()
                        .update(
                                KEPT,
                                1,
                                TestRecord.of("{\"changed\":1}")
                                        .text("changed")
                                        .multiple("changed")
                                        .build()))
                .isTrue();
        assertThat(stores.records().delete(DELETED, 1)).isTrue();
        EVERYWHERE.forEach(key -> assertThat(stores.records().update(key, 1, TestRecord.content("{}")))
                .isTrue());
        stores.journal().append(List.of(row(2)));
        assertThat(stores.journal().replace("entry-1", bytes("{\"changed\":1}")))
                .isTrue();
        stores.journal().remove(REMOVED);
        stores.blobs().delete(Sha256.of(BLOB));
        assertThat(stores.effects().update(effect("changed", 1))).isTrue();
        assertThat(stores.series().next(COUNTER, 1)).isEqualTo(2);
        stores.series().raiseTo(COUNTER, 90);
        assertThat(stores.leases().acquire("changed", "owner", Duration.ofHours(1)))
                .isPresent();
    }

    void assertNothingWritten() {
        assertThat(stores.records().count(RecordQuery.all(TestRecord.COLLECTION)))
                .as("records")
                .isZero();
        assertThat(stores.records().get(KEPT)).isEmpty();
        assertThat(EVERYWHERE)
                .allSatisfy(key -> assertThat(stores.records().get(key)).isEmpty());
        assertThat(countByIndexes("written")).as("index values").isZero();
        assertThat(stores.journal().lastSequence(SUBJECT)).as("journal").isZero();
        assertThat(stores.effects().ofSubject(SUBJECT)).as("effects").isEmpty();
        assertThat(stores.effects().counts()).as("effects").isEmpty();
        assertThat(stores.series().last(COUNTER)).as("series").isEmpty();
        assertThat(stores.blobs().get(Sha256.of(BLOB))).as("blobs").isEmpty();
        assertThat(leaseIsFree("written")).as("lease").isTrue();
    }

    void assertUnchanged() {
        assertThat(stores.records().get(KEPT).map(StoredRecord::version))
                .as("record")
                .hasValue(1L);
        assertThat(stores.records().get(DELETED)).as("deleted record").isPresent();
        assertThat(EVERYWHERE)
                .allSatisfy(key -> assertThat(stores.records().get(key).map(StoredRecord::version))
                        .hasValue(1L));
        assertThat(countByIndexes("written")).as("index values").isEqualTo(1);
        assertThat(countByIndexes("changed")).as("index values").isZero();
        assertThat(stores.journal().lastSequence(SUBJECT)).as("journal").isEqualTo(1);
        assertThat(stores.journal().get("entry-1").map(JournalRow::json))
                .as("journal entry")
                .hasValue(bytes("{}"));
        assertThat(stores.journal().lastSequence(REMOVED)).as("removed history").isEqualTo(1);
        assertThat(stores.effects().get("effect").map(StoredEffect::state))
                .as("effect")
                .hasValue("written");
        assertThat(stores.series().last(COUNTER)).as("series").hasValue(1);
        assertThat(stores.blobs().get(Sha256.of(BLOB))).as("blobs").hasValue(BLOB);
        assertThat(leaseIsFree("written")).as("lease").isFalse();
        assertThat(leaseIsFree("changed")).as("lease").isTrue();
    }

    /** By both kinds of index field, which lie in different places in most stores. */
    private long countByIndexes(String value) {
        RecordQuery all = RecordQuery.all(TestRecord.COLLECTION);
        long single = stores.records().count(all.where(TestRecord.TEXT, value));
        assertThat(stores.records().count(all.where(TestRecord.MULTIPLE, value)))
                .isEqualTo(single);
        return single;
    }

    /** Takes the lease and gives it back: there is no other way to look. */
    private boolean leaseIsFree(String name) {
        return stores.transactor().inTransaction(() -> {
            Optional<Lease> lease = stores.leases().acquire(name, "somebody else", Duration.ofSeconds(1));
            lease.ifPresent(stores.leases()::release);
            return lease.isPresent();
        });
    }

    private static JournalRow removed() {
        return new JournalRow(
                "entry-removed", REMOVED, 1, START, "test.written/1", Optional.empty(), true, bytes("{}"));
    }

    private static JournalRow row(long sequence) {
        return new JournalRow(
                "entry-" + sequence, SUBJECT, sequence, START, "test.written/1", Optional.empty(), true, bytes("{}"));
    }

    private static StoredEffect effect(String state, long version) {
        return new StoredEffect(
                "effect", SUBJECT, "test", Optional.empty(), state, Optional.of(START), START, version, 1, bytes("{}"));
    }
}
