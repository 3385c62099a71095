package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.Optional;

/**
 * Sets an order's status by its action. The order is read first, so that an action is not repeated, an order is not taken back
 * behind where the shop's staff has brought it, and a cancelled one is left alone.
 */
final class MerchantProOrderStatus {

    private final MerchantProApi api;

    MerchantProOrderStatus(MerchantProApi api) {
        this.api = api;
    }

    /** @param action which is also the status it leads to */
    WriteAnswer set(String orderId, String action) {
        Reply<RawJson> reply = api.order(orderId);
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return new WriteAnswer.Rejected("the order cannot be read: " + refused.reason());
        }
        String status = statusOf(((Reply.Done<RawJson>) reply).body());
        if (MerchantProTerms.hasReached(status, action)) {
            return new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        if (status.equals(MerchantProTerms.CANCELLED)) {
            return new WriteAnswer.Rejected("the order was cancelled at the shop");
        }
        Reply<NoBody> written = api.act(orderId, action);
        return written instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }

    /** Whether the order is there and has that status. */
    boolean is(String orderId, String status) {
        return api.order(orderId) instanceof Reply.Done<RawJson> done
                && statusOf(done.body()).equals(status);
    }

    private static String statusOf(RawJson answer) {
        return MerchantProEnvelope.one(answer).text("shipping_status");
    }
}
