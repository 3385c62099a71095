package io.orderweave.internal.hub;

import io.orderweave.order.OrderQuery;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Queries of hosts as queries over index values. Pure. */
final class OrderQueries {

    private OrderQueries() {}

    /** The query over all orders, or all that were moved aside: they have the same fields. */
    static RecordQuery translate(RecordQuery all, OrderQuery query) {
        RecordQuery translated = all.orderedBy("placed_at", true).limit(query.limit());
        translated = anyOf(translated, "status", query.statuses(), Object::toString);
        translated = anyOf(translated, "phase", query.phases(), Enum::name);
        translated = anyOf(translated, "payment_state", query.paymentStates(), Enum::name);
        translated = anyOf(translated, "shipping_state", query.shippingStates(), Enum::name);
        translated = anyOf(translated, "document_state", query.documentStates(), Enum::name);
        translated = anyOf(translated, "connection", query.connections(), Object::toString);
        translated = anyOf(translated, "tags", query.tag().stream().toList(), Function.identity());
        translated = anyOf(translated, "number", query.number().stream().toList(), Function.identity());
        if (query.placedFrom().isPresent() || query.placedTo().isPresent()) {
            translated = translated.with(new RecordQuery.Filter.Range(
                    "placed_at",
                    query.placedFrom().map(OrderQueries::micros).orElse(Long.MIN_VALUE),
                    query.placedTo().map(OrderQueries::micros).orElse(Long.MAX_VALUE)));
        }
        Optional<RecordQuery.Position> after = query.after().map(OrderQueries::position);
        return after.isPresent() ? translated.after(after.get()) : translated;
    }

    /** Where a page ended, as text for the host to give back. */
    static String token(RecordQuery.Position position) {
        String placedAt = position.value()
                .map(value -> String.valueOf(((IndexValue.Number) value).value()))
                .orElse("");
        return placedAt + ":" + position.id();
    }

    private static RecordQuery.Position position(String token) {
        int colon = token.indexOf(':');
        if (colon < 1 || !token.substring(0, colon).matches("-?\\d{1,19}")) {
            throw new IllegalArgumentException("'after' takes what OrderPage.next() gave");
        }
        return new RecordQuery.Position(
                Optional.of(IndexValue.of(Long.parseLong(token.substring(0, colon)))), token.substring(colon + 1));
    }

    private static <T> RecordQuery anyOf(
            RecordQuery query, String field, Collection<T> values, Function<T, String> text) {
        if (values.isEmpty()) {
            return query;
        }
        return query.where(field, values.stream().map(text).map(IndexValue::of).toArray(IndexValue[]::new));
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
