package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Json;

/**
 * MerchantPro's error answers. The shape and {@code undefined_filter} are seen in public; the other names and some of the statuses
 * are UNCONFIRMED and to be corrected here alone.
 */
final class MerchantProErrors {

    private MerchantProErrors() {}

    static Answer unauthorized() {
        return error(401, "unauthorized", "Wrong API key or secret");
    }

    static Answer lockedOut() {
        return error(403, "forbidden", "Too many attempts with a wrong API key or secret");
    }

    static Answer tooManyRequests() {
        return error(429, "too_many_requests", "Too many requests");
    }

    static Answer undefinedFilter(String filter) {
        return error(400, "undefined_filter", "No such filter `" + filter + "` defined");
    }

    static Answer undefinedField(String field) {
        return error(400, "undefined_field", "No such field `" + field + "` defined");
    }

    static Answer notFound(String what) {
        return error(404, "not_found", "No such " + what);
    }

    static Answer methodNotAllowed() {
        return error(405, "method_not_allowed", "Method not allowed");
    }

    static Answer invalid(String name, String message) {
        return error(400, name, message);
    }

    private static Answer error(int status, String name, String message) {
        var body = Json.object();
        body.putObject("error").put("name", name).put("message", message);
        return Answer.json(status, body);
    }
}
