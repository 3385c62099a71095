package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a refund is asked for, held against the order it is of. */
final class RefundItems {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");

    private final CheckoutForm form;
    private final ObjectNode request;
    private final List<JsonNode> amounts = new ArrayList<>();
    private BigDecimal pieces = BigDecimal.ZERO;

    private RefundItems(CheckoutForm form, ObjectNode request) {
        this.form = form;
        this.request = request;
    }

    static RefundItems of(CheckoutForm form, ObjectNode request) {
        RefundItems items = new RefundItems(form, request);
        for (JsonNode line : request.path("lineItems")) {
            if (line.path("type").asText().equals("QUANTITY")) {
                items.pieces = items.pieces.add(items.price(line).multiply(quantity(line)));
            } else {
                items.amounts.add(line.path("value"));
            }
        }
        request.path("deposits").forEach(deposit -> items.amounts.add(deposit.path("totalValue")));
        request.path("surcharges").forEach(surcharge -> items.amounts.add(surcharge.path("value")));
        for (String part : List.of("delivery", "overpaid", "additionalServices")) {
            if (request.has(part)) {
                items.amounts.add(request.path(part).path("value"));
            }
        }
        return items;
    }

    /** Why Allegro refuses; empty when it does not. */
    Optional<Answer> wrong() {
        if (amounts.isEmpty() && request.path("lineItems").isEmpty()) {
            return Optional.of(AllegroErrors.error(422, "EmptyRefund", "Nothing is selected for the refund", null));
        }
        for (JsonNode line : request.path("lineItems")) {
            if (!form.lineIds().contains(line.path("id").asText())) {
                return Optional.of(
                        AllegroErrors.error(422, "LineItemNotFound", "No such line item in the order", "lineItems"));
            }
            if (line.path("type").asText().equals("QUANTITY") && !leavesEnough(line)) {
                return Optional.of(AllegroErrors.error(
                        422, "QuantityExceeded", "So many pieces were not bought, or are refunded", "lineItems"));
            }
        }
        List<String> paid = form.document.path("surcharges").findValuesAsText("id");
        for (JsonNode surcharge : request.path("surcharges")) {
            if (!paid.contains(surcharge.path("id").asText())) {
                return Optional.of(
                        AllegroErrors.error(422, "SurchargeNotFound", "No such surcharge of the order", "surcharges"));
            }
        }
        boolean readable = amounts.stream()
                .allMatch(
                        amount -> AMOUNT.matcher(amount.path("amount").asText()).matches()
                                && amount.path("currency").asText().equals(form.currency()));
        return readable
                ? Optional.empty()
                : Optional.of(AllegroErrors.error(
                        422, "AmountInvalid", "An amount has two decimals and the order's currency", null));
    }

    /** All that is asked for; only when nothing is wrong. */
    BigDecimal total() {
        return amounts.stream()
                .map(amount -> new BigDecimal(amount.path("amount").asText()))
                .reduce(pieces, BigDecimal::add);
    }

    private boolean leavesEnough(JsonNode line) {
        BigDecimal left = quantity(bought(line));
        for (RefundEntry earlier : form.refunds) {
            for (JsonNode other : earlier.request().path("lineItems")) {
                boolean same = other.path("id").equals(line.path("id"));
                left = same && !earlier.refused() ? left.subtract(quantity(other)) : left;
            }
        }
        return quantity(line).signum() > 0 && left.compareTo(quantity(line)) >= 0;
    }

    private BigDecimal price(JsonNode line) {
        String amount = bought(line).path("price").path("amount").asText();
        return amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount);
    }

    private JsonNode bought(JsonNode line) {
        for (JsonNode bought : form.document.path("lineItems")) {
            if (bought.path("id").equals(line.path("id"))) {
                return bought;
            }
        }
        return form.document.path("lineItems").path(-1);
    }

    private static BigDecimal quantity(JsonNode line) {
        return line.path("quantity").decimalValue();
    }
}
