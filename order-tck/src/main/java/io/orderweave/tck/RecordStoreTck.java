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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.RecordStore} about single records. */
public abstract class RecordStoreTck extends StoreGroup {

    private static final RecordKey KEY = TestRecord.key("order-1");
    private static final RecordKey OTHER = TestRecord.key("order-2");

    @Test
    void getReturnsTheRecordAsItWasInserted() {
        insert(KEY, new RecordContent(7, bytes("{\"name\":\"Łukasz 😀\"}"), Map.of()));

        StoredRecord record = get(KEY);
        assertThat(record.key()).isEqualTo(KEY);
        assertThat(record.content().schema()).isEqualTo(7);
        assertThat(record.content().json()).isEqualTo(bytes("{\"name\":\"Łukasz 😀\"}"));
    }

    @Test
    void getReturnsEmptyWhenThereIsNone() {
        assertThat(stores.records().get(KEY)).isEmpty();
    }

    @Test
    void getReadsTheTransactionsOwnWrites() {
        inTransaction(() -> {
            insert(KEY, TestRecord.content("1"));
            assertThat(json(KEY)).isEqualTo("1");
            update(KEY, 1, TestRecord.content("2"));
            assertThat(json(KEY)).isEqualTo("2");
            assertThat(stores.records().delete(KEY, 2)).isTrue();
            assertThat(stores.records().get(KEY)).isEmpty();
        });
    }

    @Test
    void indexValuesAreNotGivenBack() {
        insert(KEY, TestRecord.of("{}").text("new").multiple("gift").build());

        assertThat(get(KEY).content().indexes()).isEmpty();
        assertThat(stores.records().getAll(TestRecord.COLLECTION, List.of("order-1")))
                .allSatisfy(record -> assertThat(record.content().indexes()).isEmpty());
        assertThat(stores.records().find(RecordQuery.all(TestRecord.COLLECTION)).records())
                .allSatisfy(record -> assertThat(record.content().indexes()).isEmpty());
    }

    @Test
    void keepsCollectionsApart() {
        RecordKey elsewhere = new RecordKey(TestRecord.OTHER_COLLECTION, "order-1");
        insert(KEY, TestRecord.content("1"));

        assertThat(stores.records().get(elsewhere)).isEmpty();
        insert(elsewhere, TestRecord.content("2"));
        assertThat(json(KEY)).isEqualTo("1");
        assertThat(stores.records().delete(elsewhere, 1)).isTrue();
        assertThat(json(KEY)).isEqualTo("1");
    }

    @Test
    void comparesIdsByCodePoint() {
        List<String> ids = List.of("a", "A", "a ", " a", "é", "e\u0301", "😀", "\uE000", "ａ");
        ids.forEach(id -> insert(TestRecord.key(id), TestRecord.content(id)));

        assertThat(ids).allSatisfy(id -> assertThat(json(TestRecord.key(id))).isEqualTo(id));
    }

    @Test
    void keepsTheLongestId() {
        RecordKey longest = TestRecord.key("ž".repeat(200));
        insert(longest, TestRecord.content("{}"));

        assertThat(stores.records().get(longest)).isPresent();
        assertThat(stores.records().get(TestRecord.key("ž".repeat(199)))).isEmpty();
    }

    @Test
    void keepsAMegabyteOfAnyBytes() {
        byte[] large = new byte[1 << 20];
        new Random(20260301).nextBytes(large);
        insert(KEY, TestRecord.of(large).build());

        assertThat(get(KEY).content().json()).isEqualTo(large);
    }

    @Test
    void getAllReturnsTheRecordsThatExist() {
        insert(KEY, TestRecord.content("1"));
        insert(OTHER, TestRecord.content("2"));
        insert(TestRecord.key("order-3"), TestRecord.content("3"));

        assertThat(stores.records().getAll(TestRecord.COLLECTION, List.of("order-2", "order-9", "order-1")))
                .extracting(StoredRecord::key)
                .containsExactlyInAnyOrder(KEY, OTHER);
    }

    @Test
    void getAllReturnsARecordOnceHoweverOftenItIsNamed() {
        insert(KEY, TestRecord.content("1"));

        assertThat(stores.records().getAll(TestRecord.COLLECTION, List.of("order-1", "order-1")))
                .hasSize(1);
    }

    @Test
    void getAllOfNothingIsNothing() {
        insert(KEY, TestRecord.content("1"));

        assertThat(stores.records().getAll(TestRecord.COLLECTION, List.of())).isEmpty();
    }

    @Test
    void getAllTakesThousandsOfIds() {
        List<String> ids =
                IntStream.range(0, 3_000).mapToObj(number -> "order-" + number).toList();
        inTransaction(() -> ids.forEach(id -> insert(TestRecord.key(id), TestRecord.content(id))));

        assertThat(stores.records().getAll(TestRecord.COLLECTION, ids))
                .extracting(record -> record.key().id())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void insertGivesVersionOne() {
        insert(KEY, TestRecord.content("{}"));

        assertThat(get(KEY).version()).isEqualTo(1);
    }

    @Test
    void insertIsRefusedWhenTheIdIsTaken() {
        insert(KEY, TestRecord.of("1").text("first").build());

        assertThat(stores.records()
                        .insert(
                                KEY,
                                TestRecord.of("2")
                                        .text("second")
                                        .multiple("gift")
                                        .build()))
                .isFalse();

        assertThat(json(KEY)).isEqualTo("1");
        assertThat(get(KEY).version()).isEqualTo(1);
        assertThat(count(TestRecord.TEXT, "first")).isEqualTo(1);
        assertThat(count(TestRecord.TEXT, "second")).isZero();
        assertThat(count(TestRecord.MULTIPLE, "gift")).isZero();
    }

    @Test
    void insertIsRefusedWhenAUniqueValueIsTaken() {
        insert(KEY, TestRecord.of("1").unique("shop/77").build());

        assertThat(stores.records()
                        .insert(
                                OTHER,
                                TestRecord.of("2")
                                        .unique("shop/77")
                                        .multiple("gift")
                                        .build()))
                .isFalse();

        assertThat(stores.records().get(OTHER)).isEmpty();
        assertThat(count(TestRecord.MULTIPLE, "gift")).isZero();
    }

    @Test
    void aRefusedInsertDoesNotHurtTheTransaction() {
        insert(KEY, TestRecord.of("1").unique("shop/77").build());

        inTransaction(() -> {
            assertThat(stores.records().insert(KEY, TestRecord.content("2"))).isFalse();
            assertThat(stores.records()
                            .insert(OTHER, TestRecord.of("2").unique("shop/77").build()))
                    .isFalse();
            insert(OTHER, TestRecord.content("3"));
        });

        assertThat(json(OTHER)).isEqualTo("3");
    }

    @Test
    void uniqueValuesAreComparedByCodePoint() {
        List<String> values = List.of("a", "A", "a ", " a", "é", "e\u0301", "😀", "😁");
        values.forEach(value -> insert(
                TestRecord.key("id of " + value),
                TestRecord.of(value).unique(value).build()));

        assertThat(values)
                .allSatisfy(value -> assertThat(count(TestRecord.UNIQUE, value)).isEqualTo(1));
    }

    @Test
    void recordsWithoutAValueDoNotMeetInAUniqueField() {
        insert(KEY, TestRecord.content("1"));
        insert(OTHER, TestRecord.content("2"));

        assertThat(json(OTHER)).isEqualTo("2");
    }

    @Test
    void aDeletedRecordGivesItsIdAndUniqueValueBack() {
        insert(KEY, TestRecord.of("1").unique("shop/77").build());
        stores.records().delete(KEY, 1);

        insert(OTHER, TestRecord.of("2").unique("shop/77").build());
        insert(KEY, TestRecord.content("3"));

        assertThat(get(KEY).version()).isEqualTo(1);
    }

    @Test
    void anUpdatedRecordGivesItsUniqueValueBack() {
        insert(KEY, TestRecord.of("1").unique("shop/77").build());
        update(KEY, 1, TestRecord.of("1").unique("shop/78").build());

        insert(OTHER, TestRecord.of("2").unique("shop/77").build());

        assertThat(stores.records().get(OTHER)).isPresent();
    }

    @Test
    void ofConcurrentInsertsOfAnIdExactlyOneSucceeds() {
        List<Boolean> outcomes = Concurrently.run(
                16, number -> stores.records().insert(KEY, TestRecord.content("\"by " + number + "\"")));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(json(KEY)).isEqualTo("\"by " + outcomes.indexOf(true) + "\"");
    }

    @Test
    void ofConcurrentInsertsOfAUniqueValueExactlyOneSucceeds() {
        List<Boolean> outcomes = Concurrently.run(
                16,
                number -> stores.records()
                        .insert(
                                TestRecord.key("order-" + number),
                                TestRecord.of("{}").unique("shop/77").build()));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(count(TestRecord.UNIQUE, "shop/77")).isEqualTo(1);
    }

    @Test
    void updateReplacesContentAndIndexValues() {
        insert(
                KEY,
                TestRecord.of("1")
                        .text("new")
                        .number(5)
                        .multiple("gift", "rush")
                        .build());

        update(KEY, 1, new RecordContent(2, bytes("2"), Map.of(TestRecord.MULTIPLE, List.of(IndexValue.of("rush")))));

        assertThat(json(KEY)).isEqualTo("2");
        assertThat(get(KEY).content().schema()).isEqualTo(2);
        assertThat(count(TestRecord.TEXT, "new")).isZero();
        assertThat(count(TestRecord.MULTIPLE, "gift")).isZero();
        assertThat(count(TestRecord.MULTIPLE, "rush")).isEqualTo(1);
    }

    @Test
    void versionGrowsByOneWithEachUpdate() {
        insert(KEY, TestRecord.content("{}"));

        for (long version = 1; version <= 3; version++) {
            update(KEY, version, TestRecord.content("{}"));
        }

        assertThat(get(KEY).version()).isEqualTo(4);
    }

    @Test
    void updateRefusesAStaleVersion() {
        insert(KEY, TestRecord.of("1").text("new").build());
        update(KEY, 1, TestRecord.of("2").text("paid").build());

        assertThat(stores.records()
                        .update(
                                KEY,
                                1,
                                TestRecord.of("3").text("lost").multiple("lost").build()))
                .isFalse();

        assertThat(json(KEY)).isEqualTo("2");
        assertThat(get(KEY).version()).isEqualTo(2);
        assertThat(count(TestRecord.TEXT, "paid")).isEqualTo(1);
        assertThat(count(TestRecord.MULTIPLE, "lost")).isZero();
    }

    @Test
    void updateRefusesAVersionOfTheFuture() {
        insert(KEY, TestRecord.content("1"));

        assertThat(stores.records().update(KEY, 2, TestRecord.content("2"))).isFalse();
        assertThat(json(KEY)).isEqualTo("1");
    }

    @Test
    void updateRefusesAnAbsentRecord() {
        assertThat(stores.records()
                        .update(KEY, 1, TestRecord.of("1").multiple("gift").build()))
                .isFalse();

        assertThat(stores.records().get(KEY)).isEmpty();
        assertThat(count(TestRecord.MULTIPLE, "gift")).isZero();
    }

    @Test
    void updateThrowsWhenAUniqueValueBelongsToAnotherRecord() {
        insert(KEY, TestRecord.of("1").unique("shop/77").build());
        insert(OTHER, TestRecord.of("2").unique("shop/78").multiple("gift").build());

        assertFault(
                FaultCategory.INVALID_REQUEST,
                () -> stores.records()
                        .update(OTHER, 1, TestRecord.of("3").unique("shop/77").build()));

        assertThat(json(OTHER)).isEqualTo("2");
        assertThat(get(OTHER).version()).isEqualTo(1);
        assertThat(count(TestRecord.UNIQUE, "shop/78")).isEqualTo(1);
        assertThat(count(TestRecord.MULTIPLE, "gift")).isEqualTo(1);
    }

    @Test
    void updateMayKeepItsOwnUniqueValue() {
        insert(KEY, TestRecord.of("1").unique("shop/77").build());

        update(KEY, 1, TestRecord.of("2").unique("shop/77").build());

        assertThat(count(TestRecord.UNIQUE, "shop/77")).isEqualTo(1);
    }

    @Test
    void deleteRemovesTheRecordAndItsIndexValues() {
        insert(KEY, TestRecord.of("1").text("new").multiple("gift").build());
        insert(OTHER, TestRecord.of("2").text("new").multiple("gift").build());

        assertThat(stores.records().delete(KEY, 1)).isTrue();

        assertThat(stores.records().get(KEY)).isEmpty();
        assertThat(count(TestRecord.TEXT, "new")).isEqualTo(1);
        assertThat(count(TestRecord.MULTIPLE, "gift")).isEqualTo(1);
    }

    @Test
    void deleteRefusesAStaleVersion() {
        insert(KEY, TestRecord.of("1").multiple("gift").build());
        update(KEY, 1, TestRecord.of("2").multiple("gift").build());

        assertThat(stores.records().delete(KEY, 1)).isFalse();

        assertThat(json(KEY)).isEqualTo("2");
        assertThat(count(TestRecord.MULTIPLE, "gift")).isEqualTo(1);
    }

    @Test
    void deleteRefusesAnAbsentRecord() {
        assertThat(stores.records().delete(KEY, 1)).isFalse();
    }

    @Test
    void ofConcurrentDeletesExactlyOneSucceeds() {
        insert(KEY, TestRecord.content("1"));

        assertThat(Concurrently.run(8, number -> stores.records().delete(KEY, 1)))
                .containsOnlyOnce(true);
    }

    @Test
    void refusesAnIndexValueThatDoesNotFitItsField() {
        insert(OTHER, TestRecord.content("1"));

        assertMisfit(TestRecord.NUMBER, IndexValue.of("five"));
        assertMisfit(TestRecord.TEXT, IndexValue.of(5));
        assertMisfit(TestRecord.TEXT, IndexValue.of("one"), IndexValue.of("two"));
        assertMisfit(TestRecord.TEXT, IndexValue.of("😀".repeat(401)));
        assertMisfit("no_such_field", IndexValue.of("one"));

        assertThat(stores.records().get(KEY)).isEmpty();
        assertThat(json(OTHER)).isEqualTo("1");
    }

    @Test
    void keepsTheLongestIndexText() {
        String longest = "😀".repeat(400);
        insert(KEY, TestRecord.of("{}").text(longest).multiple(longest).build());

        assertThat(count(TestRecord.TEXT, longest)).isEqualTo(1);
        assertThat(count(TestRecord.MULTIPLE, longest)).isEqualTo(1);
        assertThat(count(TestRecord.TEXT, "😀".repeat(399))).isZero();
    }

    private void assertMisfit(String field, IndexValue... values) {
        RecordContent misfit = new RecordContent(1, bytes("{}"), Map.of(field, List.of(values)));
        assertThatThrownBy(() -> stores.records().insert(KEY, misfit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stores.records().update(OTHER, 1, misfit))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void insert(RecordKey key, RecordContent content) {
        assertThat(stores.records().insert(key, content)).isTrue();
    }

    private void update(RecordKey key, long version, RecordContent content) {
        assertThat(stores.records().update(key, version, content)).isTrue();
    }

    private StoredRecord get(RecordKey key) {
        return stores.records().get(key).orElseThrow();
    }

    private String json(RecordKey key) {
        return new String(get(key).content().json(), StandardCharsets.UTF_8);
    }

    private long count(String field, String value) {
        return stores.records().count(RecordQuery.all(TestRecord.COLLECTION).where(field, value));
    }
}
