package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import org.jspecify.annotations.Nullable;

/**
 * Allegro's error answers. The shape is the published one; of the codes, only those with a source named here were seen in
 * public, the others are UNCONFIRMED and to be corrected here alone.
 */
final class AllegroErrors {

    static final String MEDIA_TYPE = "application/vnd.allegro.public.v1+json";

    /** Of resources that Allegro still changes: customer returns. */
    static final String BETA_MEDIA_TYPE = "application/vnd.allegro.beta.v1+json";

    private AllegroErrors() {}

    /** Seen in allegro-api issues 5340, 6348 and 9119: also for forms that went into a joint payment. */
    static Answer formNotFound(Call call) {
        String message = "Checkout form " + call.variable("id") + " not found";
        return error(404, "CheckoutFormNotFoundException", message, call.path());
    }

    /** Seen in allegro-api issue 10025. */
    static Answer unknownCarrier() {
        return error(400, "CarrierIdValidationException", "Unrecognized value in the field: carrierId", "carrierId");
    }

    /** Seen in allegro-api issue 3652: all texts are null. */
    static Answer tooManyOperations() {
        return error(422, "SellerOrdersStoreUnprocessableEntityException", null, null);
    }

    /** The example of the published specification. */
    static Answer notAcceptable() {
        return error(
                406,
                "NotAcceptableException",
                "Not acceptable representation requested. Please check 'Accept' request header",
                null);
    }

    static Answer unsupportedMediaType(String expected) {
        return error(415, "UnsupportedMediaTypeException", "Content-Type must be " + expected, "Content-Type");
    }

    /** The example of the published specification. */
    static Answer unauthorized() {
        return Answer.json(
                401,
                Json.object()
                        .put("error", "unauthorized")
                        .put("error_description", "Full authentication is required to access this resource"));
    }

    static Answer deadToken() {
        return Answer.json(
                401, Json.object().put("error", "invalid_token").put("error_description", "Access token is not valid"));
    }

    static Answer error(int status, String code, @Nullable String message, @Nullable String path) {
        return Answer.json(status, MEDIA_TYPE, body(code, message, path));
    }

    /** Of a resource that Allegro still changes. */
    static Answer betaError(int status, String code, @Nullable String message, @Nullable String path) {
        return Answer.json(status, BETA_MEDIA_TYPE, body(code, message, path));
    }

    private static ObjectNode body(String code, @Nullable String message, @Nullable String path) {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("code", code)
                .put("message", message)
                .putNull("details")
                .put("path", path)
                .put("userMessage", message)
                .putObject("metadata");
        return body;
    }
}
