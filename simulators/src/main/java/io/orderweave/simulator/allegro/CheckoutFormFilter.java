package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.internal.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** The filters and orders of {@code GET /order/checkout-forms}, applied to forms as they are answered. Immutable. */
final class CheckoutFormFilter {

    private final Query query;
    private final List<Predicate<JsonNode>> conditions = new ArrayList<>();

    /**
     * Reads the filters.
     *
     * @throws java.time.format.DateTimeParseException if a moment is not ISO 8601 with an offset
     */
    CheckoutFormFilter(Query query) {
        this.query = query;
        oneOf("status", form -> text(form.path("status")));
        oneOf("fulfillment.status", form -> text(form.path("fulfillment").path("status")));
        oneOf(
                "fulfillment.provider.id",
                form -> text(form.path("fulfillment").path("provider").path("id")));
        oneOf(
                "fulfillment.shipmentSummary.lineItemsSent",
                form -> text(form.path("fulfillment").path("shipmentSummary").path("lineItemsSent")));
        oneOf("payment.id", form -> text(form.path("payment").path("id")));
        oneOf(
                "delivery.method.id",
                form -> text(form.path("delivery").path("method").path("id")));
        oneOf("buyer.login", form -> text(form.path("buyer").path("login")));
        oneOf("marketplace.id", form -> text(form.path("marketplace").path("id")));
        moment("lineItems.boughtAt", CheckoutFormFilter::boughtAt);
        moment("updatedAt", CheckoutFormFilter::updatedAt);
        List<String> surcharges = query.all("surcharges.id");
        if (!surcharges.isEmpty()) {
            conditions.add(form ->
                    form.path("surcharges").findValuesAsText("id").stream().anyMatch(surcharges::contains));
        }
    }

    boolean lets(JsonNode form) {
        return conditions.stream().allMatch(condition -> condition.test(form));
    }

    /** The order asked for; empty when there is no such order. */
    Optional<Comparator<JsonNode>> order() {
        return switch (query.first("sort").orElse("-lineItems.boughtAt")) {
            case "lineItems.boughtAt" -> Optional.of(Comparator.comparing(CheckoutFormFilter::boughtAt));
            case "-lineItems.boughtAt" ->
                Optional.of(Comparator.comparing(CheckoutFormFilter::boughtAt).reversed());
            case "updatedAt" -> Optional.of(Comparator.comparing(CheckoutFormFilter::updatedAt));
            case "-updatedAt" ->
                Optional.of(Comparator.comparing(CheckoutFormFilter::updatedAt).reversed());
            default -> Optional.empty();
        };
    }

    private void oneOf(String parameter, Function<JsonNode, String> part) {
        List<String> wanted = query.all(parameter);
        if (!wanted.isEmpty()) {
            conditions.add(form -> wanted.contains(part.apply(form)));
        }
    }

    private void moment(String parameter, Function<JsonNode, Instant> part) {
        bound(parameter + ".gte", part, (moment, bound) -> !moment.isBefore(bound));
        bound(parameter + ".lte", part, (moment, bound) -> !moment.isAfter(bound));
    }

    private void bound(String parameter, Function<JsonNode, Instant> part, BiPredicate<Instant, Instant> fits) {
        query.first(parameter).ifPresent(value -> {
            Instant bound = OffsetDateTime.parse(value).toInstant();
            conditions.add(form -> fits.test(part.apply(form), bound));
        });
    }

    private static Instant boughtAt(JsonNode form) {
        Instant latest = Instant.MIN;
        for (JsonNode line : form.path("lineItems")) {
            Instant bought = Instant.parse(line.path("boughtAt").textValue());
            latest = bought.isAfter(latest) ? bought : latest;
        }
        return latest;
    }

    private static Instant updatedAt(JsonNode form) {
        return Instant.parse(form.path("updatedAt").textValue());
    }

    private static String text(JsonNode value) {
        return value.asText("");
    }
}
