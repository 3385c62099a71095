package io.orderweave.connectors.kaufland;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.error.FaultCategory;
import io.orderweave.payment.RefundReason;
import java.util.Map;
import java.util.Set;

/**
 * Pays back piece by piece, one call for each, in whole cents. Kaufland shows no refund to the seller and recognises no repeated one,
 * so one whose answer is lost is a person's to look at, as is one of which some pieces were paid back and others refused.
 */
final class KauflandRefunds implements Refunds {

    private static final Map<RefundReason, String> REASONS = Map.of(
            RefundReason.DAMAGED, "delivery_damage",
            RefundReason.LATE, "delivery_delay",
            RefundReason.INCOMPLETE, "incomplete_delivery",
            RefundReason.WRONG_ITEM, "incorrect_delivery",
            RefundReason.DELIVERY_COST, "refund_postage_fee",
            RefundReason.DEFECTIVE, "defect",
            RefundReason.RETURN_COST, "refund_return_postage_fee",
            RefundReason.RETURNED, "other_refund",
            RefundReason.OTHER, "other_refund");

    private final KauflandApi api;
    private final KauflandOrderUnits orders;

    KauflandRefunds(KauflandApi api, KauflandOrderUnits orders) {
        this.api = api;
        this.orders = orders;
    }

    @Override
    public Set<RefundReason> reasons() {
        return REASONS.keySet();
    }

    @Override
    public WriteAnswer refund(RefundRequest request) {
        String reason = REASONS.get(request.reason());
        if (reason == null) {
            return new WriteAnswer.Rejected("Kaufland has no reason for " + request.reason());
        }
        KauflandOrderUnits.Reading reading = orders.read(request.externalId());
        if (reading instanceof KauflandOrderUnits.Refused refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        KauflandRefundPlan plan = KauflandRefundPlan.of(request, (KauflandOrderUnits.Units) reading);
        return plan.problem()
                .<WriteAnswer>map(WriteAnswer.Rejected::new)
                .orElseGet(() -> new KauflandRefundPayment(api, plan, reason).pay());
    }

    @Override
    public WriteAnswer resume(String handle, RefundRequest request) {
        throw new IllegalStateException("Kaufland pays back at once; there is no handle " + handle);
    }

    @Override
    public Lookup find(RefundRequest request) {
        throw OutsideFault.of(
                        FaultCategory.REJECTED,
                        Reached.NO,
                        "kaufland shows no refunds: look at order " + request.externalId()
                                + " in the seller portal and resolve by hand")
                .build();
    }
}
