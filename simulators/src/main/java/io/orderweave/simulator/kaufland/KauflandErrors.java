package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Json;

/**
 * Kaufland's error answers. Shape and problem types are the published ones; which status goes with which type is UNCONFIRMED and to
 * be corrected here alone.
 */
final class KauflandErrors {

    private KauflandErrors() {}

    static Answer notFound() {
        return error(404, "/problems/not-found", "Resource not found");
    }

    static Answer missingHeader() {
        return error(401, "/problems/missing-or-invalid-request-header", "A request header is missing or invalid");
    }

    static Answer invalid(String field, String message) {
        ObjectNode body = body("/problems/validation-error", "Request parameters have invalid values");
        body.withArray("errors").addObject().put("field", field).put("message", message);
        return Answer.json(400, body);
    }

    /** It was done before: the same action asked for again. */
    static Answer duplicateAction() {
        return error(400, "/problems/duplicate-action", "The action was executed before");
    }

    static Answer notAllowed() {
        return error(403, "/problems/action-not-allowed", "The action is not allowed in this state");
    }

    static Answer error(int status, String type, String message) {
        return Answer.json(status, body(type, message));
    }

    private static ObjectNode body(String type, String message) {
        ObjectNode body = Json.object().put("type", type).put("message", message);
        body.putArray("errors");
        return body;
    }
}
