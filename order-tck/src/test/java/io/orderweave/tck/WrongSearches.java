package io.orderweave.tck;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordQuery.Filter;
import io.orderweave.store.RecordQuery.Position;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stores that find wrongly. */
final class WrongSearches {

    private WrongSearches() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong(
                        "lost micros",
                        "moments are kept to the millisecond",
                        right -> mapsNumbers(right, micros -> Math.floorDiv(micros, 1_000L) * 1_000)),
                wrong(
                        "numbers as doubles",
                        "numbers beyond 2^53 lose their last digits",
                        right -> mapsNumbers(right, number -> (long) (double) number)),
                wrong(
                        "narrowed longs",
                        "numbers are cut to 32 bits",
                        right -> mapsNumbers(right, number -> (long) number.intValue())),
                wrong(
                        "case-folding index",
                        "index texts are compared without regard to case",
                        right -> mapsTexts(right, text -> text.toLowerCase(Locale.ROOT))),
                wrong(
                        "UTF-16 order",
                        "ids are sorted by UTF-16 unit, as `String.compareTo` does",
                        WrongSearches::sortsByUnit),
                wrong("inclusive end", "a range includes its end", WrongSearches::includesTheEnd),
                wrong("empty IN dropped", "a filter with no values does not filter", WrongSearches::dropsEmptyFilters),
                wrong("only the last filter", "of several filters one must hold", WrongSearches::looksAtTheLastFilter),
                wrong("join without distinct", "a record is found once for each matching value", WrongSearches::joins),
                wrong("paging by offset", "a page skips as many records as the pages before had", WrongSearches::skips),
                wrong("next when full", "a full page always promises another", WrongSearches::promisesMore),
                wrong("position forgotten", "every page is the first one", WrongSearches::forgetsThePosition),
                wrong("last page lost", "`next` is never given", WrongSearches::neverGivesNext),
                wrong(
                        "small pages",
                        "no page has more than a thousand records, and none follows",
                        WrongSearches::capsPages),
                wrong("count of a page", "`count` counts no more than the limit", WrongSearches::countsAPage));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<RecordStore> fault) {
        return new WrongAdapter(name, does, KitGroup.SEARCH, right -> right.with(fault.apply(right.records())));
    }

    private static RecordStore mapsNumbers(RecordStore right, UnaryOperator<Long> mapping) {
        return mapsValues(
                right,
                value -> value instanceof IndexValue.Number number
                        ? IndexValue.of((long) mapping.apply(number.value()))
                        : value);
    }

    private static RecordStore mapsTexts(RecordStore right, UnaryOperator<String> mapping) {
        return mapsValues(
                right,
                value -> value instanceof IndexValue.Text text ? IndexValue.of(mapping.apply(text.value())) : value);
    }

    /** Of what is written and of what is asked for, as a column of the wrong type does. */
    private static RecordStore mapsValues(RecordStore right, UnaryOperator<IndexValue> mapping) {
        return new ForwardingRecordStore(right) {
            @Override
            public boolean insert(RecordKey key, RecordContent content) {
                return super.insert(key, mapped(content));
            }

            @Override
            public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
                return super.update(key, expectedVersion, mapped(content));
            }

            @Override
            public RecordPage find(RecordQuery query) {
                return super.find(mapped(query));
            }

            @Override
            public long count(RecordQuery query) {
                return super.count(mapped(query));
            }

            private RecordContent mapped(RecordContent content) {
                Map<String, List<IndexValue>> values = new HashMap<>();
                content.indexes()
                        .forEach((field, given) ->
                                values.put(field, given.stream().map(mapping).toList()));
                return new RecordContent(content.schema(), content.json(), values);
            }

            private RecordQuery mapped(RecordQuery query) {
                return mapsFilters(
                        query,
                        filter -> filter instanceof Filter.AnyOf anyOf
                                ? new Filter.AnyOf(
                                        anyOf.field(),
                                        anyOf.values().stream().map(mapping).toList())
                                : filter);
            }
        };
    }

    private static RecordStore sortsByUnit(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public RecordPage find(RecordQuery query) {
                RecordPage page = super.find(query);
                return query.order().isPresent() ? page : new RecordPage(sorted(page.records()), page.next());
            }

            private static List<StoredRecord> sorted(List<StoredRecord> records) {
                return records.stream()
                        .sorted(Comparator.comparing(record -> record.key().id()))
                        .toList();
            }
        };
    }

    private static RecordStore includesTheEnd(RecordStore right) {
        return mapsQueries(
                right,
                query -> mapsFilters(
                        query,
                        filter -> filter instanceof Filter.Range range && range.to() < Long.MAX_VALUE
                                ? new Filter.Range(range.field(), range.from(), range.to() + 1)
                                : filter));
    }

    private static RecordStore dropsEmptyFilters(RecordStore right) {
        return mapsQueries(
                right,
                query -> withFilters(
                        query,
                        query.filters().stream()
                                .filter(filter -> !(filter instanceof Filter.AnyOf anyOf
                                        && anyOf.values().isEmpty()))
                                .toList()));
    }

    private static RecordStore looksAtTheLastFilter(RecordStore right) {
        return mapsQueries(
                right,
                query -> withFilters(
                        query,
                        query.filters()
                                .subList(
                                        Math.max(0, query.filters().size() - 1),
                                        query.filters().size())));
    }

    private static RecordStore joins(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public RecordPage find(RecordQuery query) {
                if (query.filters().size() != 1) {
                    return super.find(query);
                }
                List<StoredRecord> rows = rows(query)
                        .flatMap(each -> super.find(each).records().stream())
                        .limit(query.limit())
                        .toList();
                return new RecordPage(rows, Optional.empty());
            }

            @Override
            public long count(RecordQuery query) {
                return query.filters().size() == 1
                        ? rows(query).mapToLong(super::count).sum()
                        : super.count(query);
            }

            private static Stream<RecordQuery> rows(RecordQuery query) {
                return query.filters().get(0) instanceof Filter.AnyOf anyOf
                        ? anyOf.values().stream()
                                .map(value ->
                                        withFilters(query, List.of(new Filter.AnyOf(anyOf.field(), List.of(value)))))
                        : Stream.of(query);
            }
        };
    }

    private static RecordStore skips(RecordStore right) {
        return new ForwardingRecordStore(right) {
            private final Map<Position, Integer> offsets = new ConcurrentHashMap<>();

            @Override
            public RecordPage find(RecordQuery query) {
                int offset = query.after().map(offsets::get).orElse(0);
                int end = Math.min(10_000, offset + query.limit());
                RecordPage all = super.find(withoutPosition(query).limit(end));
                List<StoredRecord> page = all.records()
                        .subList(
                                Math.min(offset, all.records().size()),
                                all.records().size());
                all.next().ifPresent(next -> offsets.put(next, end));
                return new RecordPage(page, page.isEmpty() ? Optional.empty() : all.next());
            }
        };
    }

    private static RecordStore promisesMore(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public RecordPage find(RecordQuery query) {
                RecordPage page = super.find(query);
                return page.records().size() == query.limit() && page.next().isEmpty()
                        ? new RecordPage(page.records(), Optional.of(behind(query, page)))
                        : page;
            }

            private static Position behind(RecordQuery query, RecordPage page) {
                String last = page.records().get(query.limit() - 1).key().id();
                return new Position(Optional.empty(), last);
            }
        };
    }

    private static RecordStore forgetsThePosition(RecordStore right) {
        return mapsQueries(right, WrongSearches::withoutPosition);
    }

    private static RecordStore neverGivesNext(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public RecordPage find(RecordQuery query) {
                return new RecordPage(super.find(query).records(), Optional.empty());
            }
        };
    }

    private static RecordStore capsPages(RecordStore right) {
        return mapsQueries(right, query -> query.limit(Math.min(1_000, query.limit())));
    }

    private static RecordStore countsAPage(RecordStore right) {
        return new ForwardingRecordStore(right) {
            @Override
            public long count(RecordQuery query) {
                return Math.min(query.limit(), super.count(query));
            }
        };
    }

    private static RecordStore mapsQueries(RecordStore right, UnaryOperator<RecordQuery> mapping) {
        return new ForwardingRecordStore(right) {
            @Override
            public RecordPage find(RecordQuery query) {
                return super.find(mapping.apply(query));
            }

            @Override
            public long count(RecordQuery query) {
                return super.count(mapping.apply(query));
            }
        };
    }

    private static RecordQuery mapsFilters(RecordQuery query, UnaryOperator<Filter> mapping) {
        return withFilters(query, query.filters().stream().map(mapping).toList());
    }

    private static RecordQuery withFilters(RecordQuery query, List<Filter> filters) {
        return new RecordQuery(query.collection(), filters, query.order(), query.after(), query.limit());
    }

    private static RecordQuery withoutPosition(RecordQuery query) {
        return new RecordQuery(query.collection(), query.filters(), query.order(), Optional.empty(), query.limit());
    }
}
