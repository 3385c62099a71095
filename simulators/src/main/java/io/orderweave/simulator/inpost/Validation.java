package io.orderweave.simulator.inpost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a shipment as ShipX does and says what is wrong in its words. The words for points and for the amount to collect
 * are documented, the others are UNCONFIRMED.
 */
final class Validation {

    private static final Pattern PHONE = Pattern.compile("[0-9]{9}");
    private static final Set<String> TEMPLATES = Set.of("small", "medium", "large");
    private static final String CURRENCY = "PLN";

    private final Set<String> points;

    Validation(Set<String> points) {
        this.points = points;
    }

    /** The {@code details} of the error; empty when nothing is wrong. */
    ObjectNode check(ObjectNode request) {
        ObjectNode details = Json.object();
        String service = Json.text(request, "service").orElse("");
        receiver(request.path("receiver"), details);
        reference(request.path("reference"), details);
        amounts(request, details);
        if (service.startsWith("inpost_locker_")) {
            locker(request, details);
        } else if (service.startsWith("inpost_courier_")) {
            courier(request, details);
        } else {
            details.putArray("service").add(service.isEmpty() ? "required" : "does_not_exist");
        }
        return details;
    }

    private static void receiver(JsonNode receiver, ObjectNode details) {
        if (!PHONE.matcher(Json.text(receiver, "phone").orElse("")).matches()) {
            nested(details, "receiver", "phone", receiver.has("phone") ? "invalid" : "required");
        }
    }

    private static void reference(JsonNode reference, ObjectNode details) {
        if (!reference.isMissingNode() && !reference.isNull()) {
            int length = reference.asText().length();
            if (length < 3 || length > 100) {
                details.putArray("reference").add(length < 3 ? "too_short" : "too_long");
            }
        }
    }

    private static void amounts(ObjectNode request, ObjectNode details) {
        amount(request, "cod", details);
        amount(request, "insurance", details);
        BigDecimal cod = request.path("cod").path("amount").decimalValue();
        BigDecimal insurance = request.path("insurance").path("amount").decimalValue();
        if (cod.compareTo(insurance) > 0) {
            details.putArray("cod").add("must_be_less_than_or_equal_to_insurance");
        }
    }

    private static void amount(ObjectNode request, String part, ObjectNode details) {
        if (!request.hasNonNull(part)) {
            return;
        }
        JsonNode amount = request.path(part).path("amount");
        if (!amount.isNumber() || amount.decimalValue().signum() < 0) {
            nested(details, part, "amount", "invalid");
        }
        if (!request.path(part).path("currency").asText().equals(CURRENCY)) {
            nested(details, part, "currency", "invalid");
        }
    }

    private void locker(ObjectNode request, ObjectNode details) {
        if (!TEMPLATES.contains(firstParcel(request).path("template").asText())) {
            nested(details, "parcels", "template", "required");
        }
        if (Json.text(request.path("receiver"), "email").isEmpty()) {
            nested(details, "receiver", "email", "required");
        }
        JsonNode point = request.path("custom_attributes").path("target_point");
        if (!points.contains(point.asText())) {
            nested(details, "custom_attributes", "target_point", point.isTextual() ? "does_not_exist" : "required");
        }
    }

    private static void courier(ObjectNode request, ObjectNode details) {
        JsonNode address = request.path("receiver").path("address");
        for (String part : new String[] {"street", "building_number", "city", "post_code", "country_code"}) {
            if (Json.text(address, part).filter(text -> !text.isBlank()).isEmpty()) {
                nested(details, "receiver", part, "required");
            }
        }
        JsonNode parcel = firstParcel(request);
        if (parcel.path("template").isMissingNode()) {
            for (String part : new String[] {"dimensions", "weight"}) {
                if (!parcel.path(part).isObject()) {
                    nested(details, "parcels", part, "required");
                }
            }
        }
    }

    /** A list, or for lockers also the parcel itself. */
    private static JsonNode firstParcel(ObjectNode request) {
        JsonNode parcels = request.path("parcels");
        return parcels.isArray() ? parcels.path(0) : parcels;
    }

    private static void nested(ObjectNode details, String part, String field, String word) {
        details.withArray(part).addObject().putArray(field).add(word);
    }
}
