package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.Optional;

/**
 * Reads one return as it is now. It names only pieces, not their order: that is asked of the first piece, and then the order which
 * line each is of.
 */
final class KauflandReturnReader implements KauflandWindow.Reader<ReturnFeed.Item> {

    private final KauflandApi api;
    private final KauflandOrderUnits orders;
    private final KauflandReturnMapper mapper = new KauflandReturnMapper();

    KauflandReturnReader(KauflandApi api, KauflandOrderUnits orders) {
        this.api = api;
        this.orders = orders;
    }

    @Override
    public ReturnFeed.Item read(String returnId) {
        Reply<RawJson> reply = api.aReturn(returnId);
        return reply instanceof Reply.Done<RawJson> done
                ? mapper.item(returnId, done.body(), this::orderOf)
                : unreadable(returnId, "Kaufland refused to show it: " + ((Reply.Refused<RawJson>) reply).reason());
    }

    @Override
    public ReturnFeed.Item unreadable(String returnId, String reason) {
        return new ReturnFeed.Item.Unreadable(returnId, new RawDocument("application/json", new byte[0]), reason);
    }

    @Override
    public ReturnFeed.Item unidentified(String madeUpId, RawJson row) {
        return KauflandReturnMapper.unreadable(madeUpId, row, "$.data[].id_return: expected the id of a return");
    }

    private Optional<KauflandOrderUnits.Units> orderOf(long unitId) {
        Optional<String> orderId = api.orderUnit(unitId) instanceof Reply.Done<KauflandOrderUnitDto> done
                ? Optional.ofNullable(done.body().data()).flatMap(unit -> text(unit.idOrder()))
                : Optional.empty();
        return orderId.map(orders::read)
                .filter(KauflandOrderUnits.Units.class::isInstance)
                .map(KauflandOrderUnits.Units.class::cast);
    }
}
