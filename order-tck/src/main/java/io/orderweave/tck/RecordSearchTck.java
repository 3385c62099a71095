package io.orderweave.tck;

import static io.orderweave.tck.TestRecord.COLLECTION;
import static io.orderweave.tck.TestRecord.MULTIPLE;
import static io.orderweave.tck.TestRecord.NUMBER;
import static io.orderweave.tck.TestRecord.OTHER_TEXT;
import static io.orderweave.tck.TestRecord.TEXT;
import static io.orderweave.tck.TestRecord.UNIQUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordQuery.Filter;
import io.orderweave.store.RecordQuery.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.RecordStore} about finding, and those of {@link RecordQuery}. */
public abstract class RecordSearchTck extends StoreGroup {

    private static final RecordQuery ALL = RecordQuery.all(COLLECTION);

    @Test
    void findsNothingInAnEmptyCollection() {
        RecordPage page = stores.records().find(ALL);

        assertThat(page.records()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(stores.records().count(ALL)).isZero();
    }

    @Test
    void returnsWholeRecords() {
        insert("a", TestRecord.of("{\"a\":1}"));
        stores.records().update(TestRecord.key("a"), 1, TestRecord.content("{\"a\":2}"));

        assertThat(stores.records().find(ALL).records()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(TestRecord.key("a"));
            assertThat(record.version()).isEqualTo(2);
            assertThat(record.content().schema()).isEqualTo(1);
            assertThat(record.content().json()).isEqualTo(bytes("{\"a\":2}"));
        });
    }

    @Test
    void findsTheTransactionsOwnWrites() {
        inTransaction(() -> {
            insert("a", TestRecord.of("{}").text("new").multiple("gift"));
            assertThat(find(ALL.where(TEXT, "new"))).containsExactly("a");
            assertThat(find(ALL.where(MULTIPLE, "gift"))).containsExactly("a");
        });
    }

    @Test
    void findsByOneOfSeveralTexts() {
        insert("a", TestRecord.of("{}").text("new"));
        insert("b", TestRecord.of("{}").text("paid"));
        insert("c", TestRecord.of("{}").text("sent"));
        insert("d", TestRecord.of("{}"));

        assertThat(find(ALL.where(TEXT, IndexValue.of("new"), IndexValue.of("sent"), IndexValue.of("unknown"))))
                .containsExactly("a", "c");
    }

    @Test
    void findsByOneOfManyTexts() {
        insert("a", TestRecord.of("{}").text("status-700"));
        IndexValue[] many = IntStream.range(0, 2_000)
                .mapToObj(number -> IndexValue.of("status-" + number))
                .toArray(IndexValue[]::new);

        assertThat(find(ALL.where(TEXT, many))).containsExactly("a");
    }

    @Test
    void findsByNumber() {
        insert("a", TestRecord.of("{}").number(5));
        insert("b", TestRecord.of("{}").number(-5));

        assertThat(find(ALL.where(NUMBER, IndexValue.of(-5)))).containsExactly("b");
    }

    @Test
    void findsNothingByOneOfNoValues() {
        insert("a", TestRecord.of("{}").text("new"));

        assertThat(find(ALL.where(TEXT, new IndexValue[0]))).isEmpty();
    }

    @Test
    void textsAreComparedByCodePoint() {
        List<String> texts = List.of(
                "a", "A", "a ", " a", "a\t", "é", "e\u0301", "😀", "😁", "%", "_", "'", "", "\0", "\0\0", "\1", "\1\1",
                "\1\2", "a\0b", "a\0c");
        texts.forEach(
                text -> insert("id of " + text, TestRecord.of("{}").text(text).multiple(text)));

        assertThat(texts).allSatisfy(text -> {
            assertThat(find(ALL.where(TEXT, text))).containsExactly("id of " + text);
            assertThat(find(ALL.where(MULTIPLE, text))).containsExactly("id of " + text);
        });
    }

    @Test
    void everyFilterMustHold() {
        insert("a", TestRecord.of("{}").text("new").otherText("shop-1").multiple("gift"));
        insert("b", TestRecord.of("{}").text("new").otherText("shop-2").multiple("gift"));
        insert("c", TestRecord.of("{}").text("new").otherText("shop-1").multiple("rush"));
        insert("d", TestRecord.of("{}").text("paid").otherText("shop-1").multiple("gift"));

        assertThat(find(ALL.where(TEXT, "new").where(OTHER_TEXT, "shop-1").where(MULTIPLE, "gift")))
                .containsExactly("a");
    }

    @Test
    void twoFiltersOnOneFieldMustBothHold() {
        insert("a", TestRecord.of("{}").multiple("gift", "rush"));
        insert("b", TestRecord.of("{}").multiple("gift"));

        assertThat(find(ALL.where(MULTIPLE, "gift").where(MULTIPLE, "rush"))).containsExactly("a");
        assertThat(find(ALL.where(TEXT, "new").where(TEXT, "paid"))).isEmpty();
    }

    @Test
    void aMultipleFieldMatchesByAnyOfItsValuesAndOnce() {
        insert("a", TestRecord.of("{}").multiple("gift", "rush"));
        insert("b", TestRecord.of("{}").multiple("rush"));
        insert("c", TestRecord.of("{}"));
        RecordQuery either = ALL.where(MULTIPLE, IndexValue.of("gift"), IndexValue.of("rush"));

        assertThat(find(either)).containsExactly("a", "b");
        assertThat(stores.records().count(either)).isEqualTo(2);
    }

    @Test
    void aMultipleFieldMayNameAValueTwice() {
        insert("a", TestRecord.of("{}").multiple("gift", "gift"));

        assertThat(find(ALL.where(MULTIPLE, "gift"))).containsExactly("a");
        assertThat(stores.records().count(ALL.where(MULTIPLE, "gift"))).isEqualTo(1);
    }

    @Test
    void aRangeIncludesItsStartAndExcludesItsEnd() {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> insert("r" + number, TestRecord.of("{}").number(number)));

        assertThat(find(ALL.with(new Filter.Range(NUMBER, 2, 4)))).containsExactly("r2", "r3");
        assertThat(find(ALL.with(new Filter.Range(NUMBER, 3, 3)))).isEmpty();
        assertThat(find(ALL.with(new Filter.Range(NUMBER, 4, 2)))).isEmpty();
    }

    @Test
    void aRecordWithoutAValueIsInNoRange() {
        insert("a", TestRecord.of("{}"));
        insert("b", TestRecord.of("{}").number(0));

        assertThat(find(ALL.with(new Filter.Range(NUMBER, Long.MIN_VALUE, Long.MAX_VALUE))))
                .containsExactly("b");
    }

    @Test
    void keepsExtremeNumbers() {
        long[] numbers = {Long.MIN_VALUE, -9_007_199_254_740_993L, -1, 0, 9_007_199_254_740_993L, Long.MAX_VALUE};
        for (int i = 0; i < numbers.length; i++) {
            insert("r" + i, TestRecord.of("{}").number(numbers[i]));
        }

        for (int i = 0; i < numbers.length; i++) {
            assertThat(find(ALL.where(NUMBER, IndexValue.of(numbers[i])))).containsExactly("r" + i);
        }
        assertThat(find(ALL.orderedBy(NUMBER, false))).containsExactly("r0", "r1", "r2", "r3", "r4", "r5");
        assertThat(find(ALL.orderedBy(NUMBER, true))).containsExactly("r5", "r4", "r3", "r2", "r1", "r0");
        assertThat(find(ALL.with(new Filter.Range(NUMBER, Long.MIN_VALUE, -1)))).containsExactly("r0", "r1");
        assertThat(pages(ALL.orderedBy(NUMBER, true).limit(1))).containsExactly("r5", "r4", "r3", "r2", "r1", "r0");
    }

    @Test
    void tellsMomentsApartByTheMicrosecond() {
        Instant moment = Instant.parse("2026-03-01T10:00:00.123456Z");
        insert("a", TestRecord.of("{}").moment(moment));
        insert("b", TestRecord.of("{}").moment(moment.plusNanos(1_000)));

        assertThat(find(ALL.where(NUMBER, IndexValue.of(moment)))).containsExactly("a");
        assertThat(find(ALL.orderedBy(NUMBER, true))).containsExactly("b", "a");
    }

    @Test
    void withoutOrderThePageIsByIdInCodePoints() {
        List<String> ids = List.of("a", "A", "B", "b", "1", "10", "2", "ä", "z", "\uE000", "😀", "~");
        ids.forEach(id -> insert(id, TestRecord.of("{}")));

        assertThat(find(ALL)).containsExactly("1", "10", "2", "A", "B", "a", "b", "z", "~", "ä", "\uE000", "😀");
    }

    @Test
    void ordersTextsByCodePointInBothDirections() {
        List<String> texts = List.of("b", "B", "ä", "\uE000", "😀", "", " ", "a", "ab");
        texts.forEach(text -> insert("id of " + text, TestRecord.of("{}").text(text)));

        assertThat(find(ALL.orderedBy(TEXT, false)))
                .containsExactly(
                        "id of ",
                        "id of  ",
                        "id of B",
                        "id of a",
                        "id of ab",
                        "id of b",
                        "id of ä",
                        "id of \uE000",
                        "id of 😀");
        assertThat(find(ALL.orderedBy(TEXT, true)))
                .containsExactly(
                        "id of 😀",
                        "id of \uE000",
                        "id of ä",
                        "id of b",
                        "id of ab",
                        "id of a",
                        "id of B",
                        "id of  ",
                        "id of ");
    }

    @Test
    void ordersTheCharactersPrintersIgnoreLikeAnyOther() {
        List<String> texts = List.of("\2", "\1\2", "\1", "\1\1", "\0\2", "\0", "");
        texts.forEach(text -> insert("id" + text, TestRecord.of("{}").text(text)));

        assertThat(find(ALL)).containsExactly("id", "id\0", "id\0\2", "id\1", "id\1\1", "id\1\2", "id\2");
        assertThat(pages(ALL.orderedBy(TEXT, true).limit(2)))
                .containsExactly("id\2", "id\1\2", "id\1\1", "id\1", "id\0\2", "id\0", "id");
    }

    @Test
    void breaksTiesByIdAscendingInBothDirections() {
        insert("c", TestRecord.of("{}").number(1));
        insert("a", TestRecord.of("{}").number(1));
        insert("b", TestRecord.of("{}").number(2));

        assertThat(find(ALL.orderedBy(NUMBER, false))).containsExactly("a", "c", "b");
        assertThat(find(ALL.orderedBy(NUMBER, true))).containsExactly("b", "a", "c");
    }

    @Test
    void recordsWithoutAValueComeLastInBothDirections() {
        insert("b", TestRecord.of("{}"));
        insert("a", TestRecord.of("{}"));
        insert("c", TestRecord.of("{}").number(1));
        insert("d", TestRecord.of("{}").number(-1));

        assertThat(find(ALL.orderedBy(NUMBER, false))).containsExactly("d", "c", "a", "b");
        assertThat(find(ALL.orderedBy(NUMBER, true))).containsExactly("c", "d", "a", "b");
    }

    @Test
    void pagesThroughTiesAndMissingValuesInBothDirections() {
        for (int number = 0; number < 24; number++) {
            TestRecord record = TestRecord.of("{}");
            insert(
                    "r" + number,
                    number % 4 == 3 ? record : record.number(number % 4).text("t" + number % 4));
        }

        for (String field : List.of(NUMBER, TEXT)) {
            for (boolean descending : new boolean[] {false, true}) {
                RecordQuery query = ALL.orderedBy(field, descending);
                List<String> whole = find(query);
                assertThat(whole).hasSize(24);
                for (int size : new int[] {1, 2, 5, 6, 24, 25}) {
                    assertThat(pages(query.limit(size)))
                            .as("%s, descending %s, page size %s", field, descending, size)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void pagesByIdWithoutOrder() {
        for (int number = 0; number < 9; number++) {
            insert("r" + number, TestRecord.of("{}").text(number % 2 == 0 ? "even" : "odd"));
        }

        assertThat(pages(ALL.where(TEXT, "even").limit(2))).containsExactly("r0", "r2", "r4", "r6", "r8");
    }

    @Test
    void pagesByAUniqueField() {
        for (int number = 0; number < 5; number++) {
            insert("r" + number, TestRecord.of("{}").unique("ref-" + (9 - number)));
        }

        assertThat(pages(ALL.orderedBy(UNIQUE, false).limit(2))).containsExactly("r4", "r3", "r2", "r1", "r0");
    }

    @Test
    void nextIsEmptyExactlyWhenThereIsNothingMore() {
        insert("a", TestRecord.of("{}"));
        insert("b", TestRecord.of("{}"));

        assertThat(stores.records().find(ALL.limit(1)).next()).isPresent();
        assertThat(stores.records().find(ALL.limit(2)).next()).isEmpty();
        assertThat(stores.records().find(ALL.limit(3)).next()).isEmpty();
    }

    @Test
    void continuesBehindAPositionWhoseRecordIsGone() {
        for (int number = 0; number < 4; number++) {
            insert("r" + number, TestRecord.of("{}").number(number));
        }
        RecordQuery query = ALL.orderedBy(NUMBER, false).limit(2);
        Position next = stores.records().find(query).next().orElseThrow();

        assertThat(stores.records().delete(TestRecord.key("r1"), 1)).isTrue();

        assertThat(find(query.after(next))).containsExactly("r2", "r3");
    }

    @Test
    void continuesBehindARecordInsertedMeanwhile() {
        insert("b", TestRecord.of("{}"));
        insert("d", TestRecord.of("{}"));
        Position next = stores.records().find(ALL.limit(1)).next().orElseThrow();

        insert("a", TestRecord.of("{}"));
        insert("c", TestRecord.of("{}"));

        assertThat(find(ALL.after(next))).containsExactly("c", "d");
    }

    @Test
    void returnsAPageOfTenThousand() {
        inTransaction(() -> IntStream.range(0, 10_001)
                .forEach(number -> insert("r" + number, TestRecord.of("{}").number(number))));

        RecordPage page = stores.records().find(ALL.orderedBy(NUMBER, true).limit(10_000));

        assertThat(page.records()).hasSize(10_000);
        assertThat(page.records().get(0).key().id()).isEqualTo("r10000");
        assertThat(page.next()).isPresent();
        assertThat(find(ALL.orderedBy(NUMBER, true)
                        .limit(10_000)
                        .after(page.next().orElseThrow())))
                .containsExactly("r0");
    }

    @Test
    void countIgnoresLimitOrderAndPosition() {
        for (int number = 0; number < 5; number++) {
            insert("r" + number, TestRecord.of("{}").text(number < 4 ? "new" : "paid"));
        }
        Position position = new Position(Optional.empty(), "r2");

        assertThat(stores.records().count(ALL.where(TEXT, "new").limit(1))).isEqualTo(4);
        assertThat(stores.records().count(ALL.where(TEXT, "new").after(position)))
                .isEqualTo(4);
        assertThat(stores.records().count(ALL.orderedBy(NUMBER, true))).isEqualTo(5);
    }

    @Test
    void findsOnlyInItsCollection() {
        insert("a", TestRecord.of("{}"));

        assertThat(find(RecordQuery.all(TestRecord.OTHER_COLLECTION))).isEmpty();
    }

    @Test
    void agreesWithAPlainListOnRandomQueries() {
        RandomSearches searches = new RandomSearches(20260301);
        inTransaction(() -> searches.records().forEach((id, record) -> insert(id, record)));

        for (int i = 0; i < 300; i++) {
            RecordQuery query = searches.query();
            List<String> expected = searches.expected(query);
            assertThat(pages(query)).as("query %s: %s", i, query).isEqualTo(expected);
            assertThat(stores.records().count(query))
                    .as("query %s: %s", i, query)
                    .isEqualTo(expected.size());
        }
    }

    private void insert(String id, TestRecord record) {
        assertThat(stores.records().insert(TestRecord.key(id), record.build())).isTrue();
    }

    private List<String> find(RecordQuery query) {
        return ids(stores.records().find(query));
    }

    /** The ids of all pages, one after the other. */
    private List<String> pages(RecordQuery first) {
        List<String> all = new ArrayList<>();
        Optional<RecordQuery> query = Optional.of(first);
        while (query.isPresent()) {
            RecordPage page = stores.records().find(query.get());
            assertThat(page.records()).hasSizeLessThanOrEqualTo(first.limit());
            all.addAll(ids(page));
            query = page.next().map(first::after);
        }
        return all;
    }

    private static List<String> ids(RecordPage page) {
        return page.records().stream().map(record -> record.key().id()).toList();
    }
}
