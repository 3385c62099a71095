package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.RawDocument;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;

/** Reads one order as it is now. */
final class MerchantProOrderReader implements OrderReader {

    private final MerchantProApi api;
    private final MerchantProOrderMapper mapper;

    MerchantProOrderReader(MerchantProApi api, MerchantProOrderMapper mapper) {
        this.api = api;
        this.mapper = mapper;
    }

    @Override
    public OrderFeed.Item read(String externalId) {
        if (!MerchantProIds.isValid(externalId)) {
            return unreadable(externalId, "the id is not one of an order");
        }
        Reply<RawJson> reply = api.order(externalId);
        if (reply instanceof Reply.Done<RawJson> done) {
            return mapper.item(externalId, done.body());
        }
        Reply.Refused<RawJson> refused = (Reply.Refused<RawJson>) reply;
        return refused.status() == 404
                ? new OrderFeed.Item.Gone(externalId)
                : unreadable(externalId, "the shop refused to show it: " + refused.reason());
    }

    /** An order that came in a list. */
    OrderFeed.Item read(RawJson row) {
        return mapper.item(MerchantProIds.of(row), row);
    }

    /** An order of which there is not even a document. */
    private static OrderFeed.Item unreadable(String externalId, String reason) {
        return new OrderFeed.Item.Unreadable(
                MerchantProIds.orUnidentified(externalId, externalId.hashCode()),
                new RawDocument("application/json", new byte[0]),
                reason);
    }
}
