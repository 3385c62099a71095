package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Query;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The filters of one list: fields that must equal, and days in the spellings the shop understands; any other is refused. */
final class Filters {

    private static final Set<String> NO_FILTERS = Set.of("start", "limit", "sort", "fields", "include");

    private final Set<String> fields;
    private final Set<MerchantProDateFilter> dates;

    Filters(Set<String> fields, Set<MerchantProDateFilter> dates) {
        this.fields = fields;
        this.dates = dates;
    }

    /** Why a query is refused; empty when it is understood. */
    Optional<Answer> refuses(Query query) {
        Set<String> days = new HashSet<>();
        dates.forEach(filter -> days.addAll(filter.parameters()));
        for (String name : query.names()) {
            if (days.contains(name)) {
                if (!isDay(query.first(name).orElse(""))) {
                    return Optional.of(
                            MerchantProErrors.invalid("invalid_filter_value", "A day is written 2026-11-21"));
                }
            } else if (!NO_FILTERS.contains(name) && !fields.contains(name)) {
                return Optional.of(MerchantProErrors.undefinedFilter(name));
            }
        }
        return Optional.empty();
    }

    /** Whether a row passes a query that is not refused. */
    boolean lets(JsonNode row, Query query) {
        for (String field : fields) {
            Optional<String> wanted = query.first(field);
            if (wanted.isPresent() && !row.path(field).asText().equals(wanted.get())) {
                return false;
            }
        }
        return dates.stream().allMatch(filter -> lets(row, query, filter));
    }

    private static boolean lets(JsonNode row, Query query, MerchantProDateFilter filter) {
        for (String parameter : filter.parameters()) {
            Optional<LocalDateTime> bound =
                    query.first(parameter).map(LocalDate::parse).map(LocalDate::atStartOfDay);
            // The row's moment has the shop's offset, so its local part is the shop's time.
            if (bound.isPresent() && !passes(local(row, filter.field()), parameter, bound.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean passes(LocalDateTime moment, String parameter, LocalDateTime bound) {
        if (moment.equals(bound)) {
            return parameter.endsWith("e]");
        }
        boolean later = parameter.endsWith("_after") || parameter.contains("[g");
        return later == moment.isAfter(bound);
    }

    private static LocalDateTime local(JsonNode row, String field) {
        return OffsetDateTime.parse(row.path(field).asText()).toLocalDateTime();
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
