package io.orderweave.connectors.kaufland;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.NoBody;
import io.orderweave.http.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out one refund, piece by piece. Once a piece is paid back, nothing may begin again by itself. */
final class KauflandRefundPayment {

    /** The piece has nothing left that could be paid back. */
    private static final String PAID_BACK = "insufficient-funds";

    private final KauflandApi api;
    private final KauflandRefundPlan plan;
    private final String reason;
    private final Set<Long> tried = new HashSet<>();
    private int paid;

    KauflandRefundPayment(KauflandApi api, KauflandRefundPlan plan, String reason) {
        this.api = api;
        this.plan = plan;
        this.reason = reason;
    }

    WriteAnswer pay() {
        for (Map.Entry<Long, Long> part : plan.centsByUnit().entrySet()) {
            Optional<String> refusal = pay(part.getKey(), new KauflandRefundDto(part.getValue(), reason));
            if (refusal.isPresent() && paid == 0) {
                return new WriteAnswer.Rejected(refusal.get());
            }
            if (refusal.isPresent()) {
                throw halfway(FaultCategory.REJECTED, refusal.get()).build();
            }
            paid++;
        }
        return WriteAnswer.applied();
    }

    /** Pays for the piece, or for one of its spares should it be paid back already. Why for none, if so. */
    private Optional<String> pay(long unitId, KauflandRefundDto refund) {
        Optional<String> refusal = Optional.empty();
        for (long candidate : candidates(unitId)) {
            if (candidate != unitId && !tried.add(candidate)) {
                continue;
            }
            if (!(send(candidate, refund) instanceof Reply.Refused<NoBody> refused)) {
                return Optional.empty();
            }
            refusal = refusal.or(() -> Optional.of("unit " + unitId + ": " + refused.reason()));
            if (!refused.says(PAID_BACK)) {
                return refusal;
            }
        }
        return refusal;
    }

    private List<Long> candidates(long unitId) {
        List<Long> candidates = new ArrayList<>(List.of(unitId));
        candidates.addAll(plan.spares().getOrDefault(unitId, List.of()));
        return candidates;
    }

    private Reply<NoBody> send(long unitId, KauflandRefundDto refund) {
        try {
            return api.refund(unitId, refund);
        } catch (OutsideFault fault) {
            if (paid == 0) {
                throw fault;
            }
            throw halfway(fault.category(), String.valueOf(fault.getMessage()))
                    .cause(fault)
                    .build();
        }
    }

    private OutsideFault.Builder halfway(FaultCategory category, String why) {
        return OutsideFault.of(
                category, Reached.PERHAPS, "kaufland refund: " + paid + " pieces were paid back, then " + why);
    }
}
