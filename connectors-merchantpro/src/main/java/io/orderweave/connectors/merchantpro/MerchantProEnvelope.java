package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;

/**
 * The wrapping of answers. Lists come in {@code data}; whether single orders and products do is UNCONFIRMED, so both are read.
 */
final class MerchantProEnvelope {

    /** What is read, as faults name it. */
    static final String ORDER = "merchantpro order";

    private MerchantProEnvelope() {}

    /** The order or product of an answer about one. */
    static RawJson one(RawJson answer) {
        return answer.part("data").orElse(answer);
    }

    /**
     * The order that was asked for.
     *
     * @throws OutsideFault (CONTRACT) when the answer is none about that order
     */
    static RawJson order(String orderId, RawJson answer) {
        RawJson order = one(answer);
        if (!order.text("id").equals(orderId)) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, ORDER + ": the answer is not about it")
                    .build();
        }
        return order;
    }
}
