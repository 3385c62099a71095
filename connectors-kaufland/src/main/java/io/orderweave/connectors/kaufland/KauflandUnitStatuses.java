package io.orderweave.connectors.kaufland;

import io.orderweave.http.Reply;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks what status a piece has, where Kaufland says that something was done before. */
final class KauflandUnitStatuses {

    private final KauflandApi api;

    KauflandUnitStatuses(KauflandApi api) {
        this.api = api;
    }

    /** Whether the piece has a status that is so; not when Kaufland does not show it. */
    boolean is(long unitId, Predicate<String> so) {
        Reply<KauflandOrderUnitDto> reply = api.orderUnit(unitId);
        return reply instanceof Reply.Done<KauflandOrderUnitDto> done
                && Optional.ofNullable(done.body().data())
                        .map(KauflandOrderUnitDto.Unit::status)
                        .filter(so)
                        .isPresent();
    }
}
