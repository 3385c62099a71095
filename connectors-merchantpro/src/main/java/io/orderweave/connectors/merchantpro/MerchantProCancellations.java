package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.order.CancellationReason;
import java.util.Optional;
import java.util.Set;

/** Cancels whole orders. A shop asks for no reason, so any will do; single lines it can only replace all at once, which we do not. */
final class MerchantProCancellations implements Cancellations {

    private final MerchantProOrderStatus status;

    MerchantProCancellations(MerchantProOrderStatus status) {
        this.status = status;
    }

    @Override
    public Set<CancellationReason> reasons() {
        return Set.of(CancellationReason.values());
    }

    @Override
    public WriteAnswer cancel(Cancellation cancellation) {
        return cancellation.lines().isEmpty()
                ? status.set(cancellation.externalId(), MerchantProTerms.CANCELLED)
                : new WriteAnswer.Rejected("MerchantPro cancels whole orders, not lines");
    }

    @Override
    public Lookup find(Cancellation cancellation) {
        boolean cancelled =
                cancellation.lines().isEmpty() && status.is(cancellation.externalId(), MerchantProTerms.CANCELLED);
        return cancelled ? new Lookup.Found(Optional.empty()) : Lookup.absent();
    }
}
