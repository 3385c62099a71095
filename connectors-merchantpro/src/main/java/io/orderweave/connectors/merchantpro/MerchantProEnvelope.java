package io.orderweave.connectors.merchantpro;

import io.orderweave.http.RawJson;

/**
 * The wrapping of answers. Lists come in {@code data}; whether single orders and products do is UNCONFIRMED, so both are read.
 */
final class MerchantProEnvelope {

    private MerchantProEnvelope() {}

    /** The order or product of an answer about one. */
    static RawJson one(RawJson answer) {
        return answer.part("data").orElse(answer);
    }
}
