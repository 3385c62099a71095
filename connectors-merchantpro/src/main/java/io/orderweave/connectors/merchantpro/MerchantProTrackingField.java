package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where an order keeps tracking numbers. UNCONFIRMED, and so decided here alone: the field that takes them is {@code shipping_awb},
 * one text for all parcels of the order; what is entered shows there or somewhere within {@code carrier_tracking}. What part of an
 * entry there is the number is unknown, so numbers that show only there cannot be carried over.
 */
final class MerchantProTrackingField {

    private static final String WRITTEN = "shipping_awb";
    private static final String SHOWN = "carrier_tracking";
    private static final String BETWEEN = ", ";

    private final JsonNode order;

    MerchantProTrackingField(JsonNode order) {
        this.order = order;
    }

    boolean holds(String number) {
        return numbers().stream().anyMatch(number::equalsIgnoreCase) || isWithin(order.path(SHOWN), number);
    }

    /** Whether there are numbers only where they cannot be told apart: writing the field would perhaps lose them. */
    boolean isUnreadable() {
        JsonNode shown = order.path(SHOWN);
        boolean shows =
                shown.isContainerNode() ? !shown.isEmpty() : !shown.asText("").isBlank();
        return shows && numbers().isEmpty();
    }

    /** The field to write so that it holds the number besides those it has: it is overwritten as a whole. */
    Map<String, String> with(String number) {
        Set<String> numbers = numbers();
        numbers.add(number);
        return Map.of(WRITTEN, String.join(BETWEEN, numbers));
    }

    private Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>();
        Arrays.stream(order.path(WRITTEN).asText("").split(",", -1))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .forEach(numbers::add);
        return numbers;
    }

    private static boolean isWithin(JsonNode node, String number) {
        if (node.isValueNode()) {
            return node.asText("").strip().equalsIgnoreCase(number);
        }
        for (JsonNode part : node) {
            if (isWithin(part, number)) {
                return true;
            }
        }
        return false;
    }
}
