package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.couriers.internal.RemoteToken;
import java.util.ArrayList;
import java.util.List;

/** Reads ShipX's error bodies: {@code {status, error, message, details}}. */
final class InPostErrors {

    /** The action does not fit the shipment's status, for example a label before the purchase. */
    static final String INVALID_ACTION = "invalid_action";

    private static final String VALIDATION_FAILED = "validation_failed";

    private InPostErrors() {}

    /** The error's name, then its details; without the name where it only says that there are details. */
    static List<String> codes(JsonNode body) {
        List<String> details = InPostReasons.of(body.path("details"));
        String error = RemoteToken.of(body.path("error").asText());
        if (error.equals(VALIDATION_FAILED) && !details.isEmpty()) {
            return details;
        }
        List<String> codes = new ArrayList<>();
        codes.add(error);
        codes.addAll(details);
        return codes;
    }
}
