package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.order.StatusIntent;
import java.util.Set;

/** Tells the shop how far an order is. There is no status for a part that is shipped: such an order is in process. */
final class MerchantProStatusUpdates implements StatusUpdates {

    private final MerchantProOrderStatus status;

    MerchantProStatusUpdates(MerchantProOrderStatus status) {
        this.status = status;
    }

    @Override
    public Set<StatusIntent> supported() {
        return MerchantProTerms.intents();
    }

    @Override
    public WriteAnswer update(StatusUpdate update) {
        return status.set(update.externalId(), MerchantProTerms.action(update.intent(), update.allShipped()));
    }
}
