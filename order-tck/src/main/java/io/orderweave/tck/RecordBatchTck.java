package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.FaultCategory;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.RecordStore} about several records at once. */
public abstract class RecordBatchTck extends StoreGroup {

    private static final RecordKey ONE = TestRecord.key("order-1");
    private static final RecordKey TWO = TestRecord.key("order-2");
    private static final RecordKey THREE = TestRecord.key("order-3");
    private static final RecordKey ELSEWHERE = new RecordKey(TestRecord.OTHER_COLLECTION, "order-1");

    @Test
    void insertAllWritesRecordsOfEveryCollection() {
        Map<RecordKey, RecordContent> records = new LinkedHashMap<>();
        records.put(ONE, TestRecord.of("1").text("new").multiple("gift", "rush").build());
        records.put(ELSEWHERE, TestRecord.content("2"));
        records.put(TWO, TestRecord.of("3").text("new").multiple("gift").build());

        assertThat(insertAll(records)).isEmpty();

        assertThat(json(ONE)).isEqualTo("1");
        assertThat(json(ELSEWHERE)).isEqualTo("2");
        assertThat(version(TWO)).isEqualTo(1);
        assertThat(count(TestRecord.TEXT, "new")).isEqualTo(2);
        assertThat(count(TestRecord.MULTIPLE, "gift")).isEqualTo(2);
        assertThat(count(TestRecord.MULTIPLE, "rush")).isEqualTo(1);
    }

    @Test
    void insertAllNamesThoseRefusedAndWritesTheRest() {
        insertAll(Map.of(ONE, TestRecord.of("1").unique("shop/77").build()));
        RecordKey four = TestRecord.key("order-4");
        RecordKey five = TestRecord.key("order-5");
        Map<RecordKey, RecordContent> records = new LinkedHashMap<>();
        records.put(ONE, TestRecord.of("again").multiple("refused").build());
        records.put(
                TWO, TestRecord.of("2").unique("shop/77").multiple("refused").build());
        records.put(THREE, TestRecord.of("3").unique("shop/78").multiple("kept").build());
        records.put(
                four, TestRecord.of("4").unique("shop/78").multiple("refused").build());
        records.put(five, TestRecord.of("5").multiple("kept").build());

        assertThat(insertAll(records)).containsExactlyInAnyOrder(ONE, TWO, four);

        assertThat(json(ONE)).isEqualTo("1");
        assertThat(stores.records().get(TWO)).isEmpty();
        assertThat(json(THREE)).isEqualTo("3");
        assertThat(stores.records().get(four)).isEmpty();
        assertThat(json(five)).isEqualTo("5");
        assertThat(count(TestRecord.MULTIPLE, "refused")).isZero();
        assertThat(count(TestRecord.MULTIPLE, "kept")).isEqualTo(2);
    }

    @Test
    void aRefusalOfInsertAllDoesNotHurtTheTransaction() {
        insertAll(Map.of(ONE, TestRecord.content("1")));

        inTransaction(() -> {
            assertThat(stores.records().insertAll(Map.of(ONE, TestRecord.content("2"))))
                    .containsExactly(ONE);
            assertThat(stores.records().insert(TWO, TestRecord.content("3"))).isTrue();
        });

        assertThat(json(TWO)).isEqualTo("3");
    }

    @Test
    void insertAllTakesThousandsOfRecords() {
        Map<RecordKey, RecordContent> records = new LinkedHashMap<>();
        for (int i = 0; i < 3_000; i++) {
            records.put(
                    TestRecord.key("order-" + i),
                    TestRecord.of("{}").text("new").multiple("gift").build());
        }

        assertThat(insertAll(records)).isEmpty();

        assertThat(count(TestRecord.TEXT, "new")).isEqualTo(3_000);
        assertThat(count(TestRecord.MULTIPLE, "gift")).isEqualTo(3_000);
    }

    @Test
    void insertAllOfNothingRefusesNothing() {
        assertThat(insertAll(Map.of())).isEmpty();
    }

    @Test
    void aRollbackTakesBackEveryRecordOfABatch() {
        insertAll(Map.of(ONE, TestRecord.of("1").multiple("gift").build()));

        rolledBack(() -> {
            stores.records().insertAll(Map.of(TWO, TestRecord.content("2"), THREE, TestRecord.content("3")));
            stores.records().updateAll(List.of(replacing(ONE, 1, TestRecord.content("4"))));
        });

        assertThat(stores.records().get(TWO)).isEmpty();
        assertThat(stores.records().get(THREE)).isEmpty();
        assertThat(json(ONE)).isEqualTo("1");
        assertThat(count(TestRecord.MULTIPLE, "gift")).isEqualTo(1);
    }

    @Test
    void updateAllReplacesContentAndIndexValues() {
        insertAll(Map.of(
                ONE,
                TestRecord.of("1")
                        .text("new")
                        .number(5)
                        .multiple("gift", "rush")
                        .build(),
                TWO,
                TestRecord.of("2").text("new").multiple("gift").build()));

        assertThat(updateAll(
                        replacing(
                                ONE,
                                1,
                                TestRecord.of("3")
                                        .text("paid")
                                        .multiple("rush", "vip")
                                        .build()),
                        replacing(TWO, 1, TestRecord.content("4"))))
                .isEmpty();

        assertThat(json(ONE)).isEqualTo("3");
        assertThat(version(ONE)).isEqualTo(2);
        assertThat(json(TWO)).isEqualTo("4");
        assertThat(count(TestRecord.TEXT, "new")).isZero();
        assertThat(count(TestRecord.TEXT, "paid")).isEqualTo(1);
        assertThat(count(TestRecord.MULTIPLE, "gift")).isZero();
        assertThat(count(TestRecord.MULTIPLE, "rush")).isEqualTo(1);
        assertThat(count(TestRecord.MULTIPLE, "vip")).isEqualTo(1);
    }

    @Test
    void updateAllNamesThoseRefusedAndReplacesTheRest() {
        insertAll(Map.of(ONE, TestRecord.content("1"), TWO, TestRecord.content("2")));
        updateAll(replacing(ONE, 1, TestRecord.of("faster").multiple("kept").build()));

        assertThat(updateAll(
                        replacing(
                                ONE, 1, TestRecord.of("stale").multiple("lost").build()),
                        replacing(
                                THREE,
                                1,
                                TestRecord.of("absent").multiple("lost").build()),
                        replacing(TWO, 1, TestRecord.of("3").multiple("kept").build())))
                .containsExactlyInAnyOrder(ONE, THREE);

        assertThat(json(ONE)).isEqualTo("faster");
        assertThat(version(ONE)).isEqualTo(2);
        assertThat(stores.records().get(THREE)).isEmpty();
        assertThat(json(TWO)).isEqualTo("3");
        assertThat(count(TestRecord.MULTIPLE, "lost")).isZero();
        assertThat(count(TestRecord.MULTIPLE, "kept")).isEqualTo(2);
    }

    @Test
    void ofTwoReplacementsOfOneVersionInABatchTheFirstIsMade() {
        insertAll(Map.of(ONE, TestRecord.content("1")));

        assertThat(updateAll(
                        replacing(
                                ONE, 1, TestRecord.of("first").multiple("first").build()),
                        replacing(
                                ONE,
                                1,
                                TestRecord.of("second").multiple("second").build())))
                .containsExactly(ONE);

        assertThat(json(ONE)).isEqualTo("first");
        assertThat(version(ONE)).isEqualTo(2);
        assertThat(count(TestRecord.MULTIPLE, "first")).isEqualTo(1);
        assertThat(count(TestRecord.MULTIPLE, "second")).isZero();
    }

    @Test
    void updateAllTakesThousandsOfRecords() {
        Map<RecordKey, RecordContent> records = new LinkedHashMap<>();
        List<StoredRecord> replacements = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            RecordKey key = TestRecord.key("order-" + i);
            records.put(key, TestRecord.of("{}").multiple("gift").build());
            replacements.add(
                    replacing(key, 1, TestRecord.of("{}").multiple("vip").build()));
        }
        insertAll(records);

        assertThat(updateAll(replacements.toArray(StoredRecord[]::new))).isEmpty();

        assertThat(count(TestRecord.MULTIPLE, "gift")).isZero();
        assertThat(count(TestRecord.MULTIPLE, "vip")).isEqualTo(3_000);
    }

    @Test
    void updateAllOfNothingRefusesNothing() {
        assertThat(updateAll()).isEmpty();
    }

    @Test
    void updateAllThrowsWhenAUniqueValueBelongsToAnotherRecord() {
        insertAll(Map.of(
                ONE, TestRecord.of("1").unique("shop/77").build(),
                TWO, TestRecord.of("2").multiple("gift").build()));

        assertFault(
                FaultCategory.INVALID_REQUEST,
                () -> updateAll(
                        replacing(ONE, 1, TestRecord.of("3").unique("shop/77").build()),
                        replacing(TWO, 1, TestRecord.of("4").unique("shop/77").build())));

        assertThat(json(ONE)).isEqualTo("1");
        assertThat(json(TWO)).isEqualTo("2");
        assertThat(count(TestRecord.MULTIPLE, "gift")).isEqualTo(1);
    }

    @Test
    void refusesAnIndexValueThatDoesNotFitItsField() {
        insertAll(Map.of(ONE, TestRecord.content("1")));
        RecordContent misfit =
                new RecordContent(1, bytes("{}"), Map.of(TestRecord.NUMBER, List.of(IndexValue.of("five"))));

        assertThatThrownBy(() -> insertAll(Map.of(TWO, misfit))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> updateAll(replacing(ONE, 1, misfit))).isInstanceOf(IllegalArgumentException.class);

        assertThat(stores.records().get(TWO)).isEmpty();
        assertThat(json(ONE)).isEqualTo("1");
    }

    private static StoredRecord replacing(RecordKey key, long expectedVersion, RecordContent content) {
        return new StoredRecord(key, expectedVersion, content);
    }

    private Set<RecordKey> insertAll(Map<RecordKey, RecordContent> records) {
        return inTransaction(() -> stores.records().insertAll(records));
    }

    private Set<RecordKey> updateAll(StoredRecord... records) {
        return inTransaction(() -> stores.records().updateAll(List.of(records)));
    }

    private String json(RecordKey key) {
        return new String(stores.records().get(key).orElseThrow().content().json(), StandardCharsets.UTF_8);
    }

    private long version(RecordKey key) {
        return stores.records().get(key).orElseThrow().version();
    }

    private long count(String field, String value) {
        return stores.records().count(RecordQuery.all(TestRecord.COLLECTION).where(field, value));
    }
}
