package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.http.JsonParts;
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
        String status = statusOf(orderId, ((Reply.Done<RawJson>) reply).body());
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

    /**
     * Whether the order is there and has that status.
     *
     * @throws OutsideFault when the shop does not show the order, or shows it without a status
     */
    boolean is(String orderId, String status) {
        return api.order(orderId)
                .ifThere(MerchantProEnvelope.ORDER)
                .filter(answer -> statusOf(orderId, answer).equals(status))
                .isPresent();
    }

    private static String statusOf(String orderId, RawJson answer) {
        Optional<String> status =
                JsonParts.text(MerchantProEnvelope.order(orderId, answer).text("shipping_status"));
        return JsonParts.told(status.orElse(null), MerchantProEnvelope.ORDER, "$.shipping_status");
    }
}
