package io.orderweave.connectors.kaufland;

import io.orderweave.connection.RawDocument;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;

/** Reads one order as it is now, with pickup point and invoices. */
final class KauflandOrderReader implements OrderReader, KauflandWindow.Reader<OrderFeed.Item> {

    private final KauflandApi api;
    private final KauflandOrderMapper mapper;

    KauflandOrderReader(KauflandApi api, KauflandOrderMapper mapper) {
        this.api = api;
        this.mapper = mapper;
    }

    @Override
    public OrderFeed.Item read(String externalId) {
        if (!KauflandId.isValid(externalId)) {
            return unreadable(externalId, "the id is not one of an order");
        }
        Reply<RawJson> reply = api.order(externalId);
        if (reply instanceof Reply.Done<RawJson> done) {
            return mapper.item(externalId, done.body());
        }
        Reply.Refused<RawJson> refused = (Reply.Refused<RawJson>) reply;
        return refused.status() == 404
                ? new OrderFeed.Item.Gone(externalId)
                : unreadable(externalId, "Kaufland refused to show it: " + refused.reason());
    }

    @Override
    public OrderFeed.Item unreadable(String externalId, String reason) {
        return new OrderFeed.Item.Unreadable(
                KauflandId.orUnidentified(externalId, externalId.hashCode()),
                new RawDocument("application/json", new byte[0]),
                reason);
    }

    @Override
    public OrderFeed.Item unidentified(String madeUpId, RawJson row) {
        return KauflandOrderMapper.unreadable(madeUpId, row, "$.data[].id_order: expected the id of an order");
    }
}
