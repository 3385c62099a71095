package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.http.RawJson;

/**
 * The wrapping of answers. Lists come in {@code data}; whether single orders and products do is UNCONFIRMED, so both are read.
 */
final class MerchantProEnvelope {

    private MerchantProEnvelope() {}

    /** The order or product of an answer about one, with the answer's bytes. */
    static RawJson one(RawJson answer) {
        JsonNode data = answer.tree().path("data");
        return data.isObject() ? new RawJson(answer.bytes(), data) : answer;
    }
}
