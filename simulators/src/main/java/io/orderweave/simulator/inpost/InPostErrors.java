package io.orderweave.simulator.inpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Json;

/** ShipX's error answers. */
final class InPostErrors {

    private InPostErrors() {}

    static Answer tokenInvalid() {
        return error(401, "token_invalid", "Token is missing or invalid.", Json.object());
    }

    static Answer accessForbidden() {
        return error(403, "access_forbidden", "Access to this resource is forbidden.", Json.object());
    }

    static Answer notFound() {
        return error(404, "resource_not_found", "Given resource cannot be found.", Json.object());
    }

    static Answer validationFailed(ObjectNode details) {
        return error(
                400,
                "validation_failed",
                "There are some validation errors. Check details object for more info.",
                details);
    }

    static Answer validationFailed(String part, String word) {
        ObjectNode details = Json.object();
        details.putArray(part).add(word);
        return validationFailed(details);
    }

    static Answer invalidAction(String action, String status) {
        String message = "Action (" + action + ") can not be taken on shipment with status (" + status + ").";
        return error(400, "invalid_action", message, Json.object());
    }

    private static Answer error(int status, String error, String message, ObjectNode details) {
        ObjectNode body =
                Json.object().put("status", status).put("error", error).put("message", message);
        body.set("details", details);
        return Answer.json(status, body);
    }
}
