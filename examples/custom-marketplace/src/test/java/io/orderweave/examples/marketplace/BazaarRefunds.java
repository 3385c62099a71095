package io.orderweave.examples.marketplace;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.http.NoBody;
import io.orderweave.http.Reply;
import io.orderweave.payment.RefundReason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pays back. Bazaar keeps the key but does not look at it, so a refund is looked for first. */
final class BazaarRefunds implements Refunds {

    private final BazaarApi api;

    BazaarRefunds(BazaarApi api) {
        this.api = api;
    }

    @Override
    public Set<RefundReason> reasons() {
        return Set.of(RefundReason.values());
    }

    @Override
    public WriteAnswer refund(RefundRequest request) {
        if (find(request) instanceof Lookup.Found) {
            return new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        Map<String, String> refund = Map.of(
                "key", request.key().toString(),
                "amount", request.total().amount().toPlainString());
        return api.refund(request.externalId(), refund) instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied(request.key().toString());
    }

    @Override
    public WriteAnswer resume(String handle, RefundRequest request) {
        throw new IllegalStateException("Bazaar pays back at once; there is no handle " + handle);
    }

    @Override
    public Lookup find(RefundRequest request) {
        String key = request.key().toString();
        return api.refunds(request.externalId())
                .ifThere("bazaar refunds")
                .map(answer -> BazaarPage.list(answer, "refunds"))
                .filter(refunds -> refunds.findValuesAsText("key").contains(key))
                .map(there -> Lookup.found(key))
                .orElseGet(Lookup::absent);
    }
}
