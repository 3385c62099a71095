package io.orderweave.connectors.allegro;

import io.orderweave.connection.RawDocument;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.http.Suspects;
import java.util.Arrays;

/** Reads one checkout form as it is now. */
final class AllegroOrderReader implements OrderReader {

    private final AllegroApi api;
    private final AllegroOrderMapper mapper;

    AllegroOrderReader(AllegroApi api, AllegroOrderMapper mapper) {
        this.api = api;
        this.mapper = mapper;
    }

    @Override
    public OrderFeed.Item read(String externalId) {
        if (!FormId.isValid(externalId)) {
            return unreadable(externalId, "the id is not one of a checkout form");
        }
        Reply<RawJson> reply = api.checkoutForm(externalId);
        if (reply instanceof Reply.Done<RawJson> done) {
            return mapper.item(externalId, done.body());
        }
        Reply.Refused<RawJson> refused = (Reply.Refused<RawJson>) reply;
        // A joint payment makes a new form of several and deletes them: no error, the new one has their lines.
        return refused.status() == 404
                ? new OrderFeed.Item.Gone(externalId)
                : unreadable(externalId, "Allegro refused to show it: " + refused.reason());
    }

    /** A form that came in a list. */
    OrderFeed.Item read(RawJson form) {
        String id = form.text("id");
        return mapper.item(FormId.orUnidentified(id, Arrays.hashCode(form.bytes())), form);
    }

    /** For forms that a page of events names. */
    Suspects.Reader<OrderFeed.Item> oneByOne() {
        return new Suspects.Reader<>() {

            @Override
            public OrderFeed.Item read(String id) {
                return AllegroOrderReader.this.read(id);
            }

            @Override
            public OrderFeed.Item unreadable(String id, String reason) {
                return AllegroOrderReader.unreadable(id, reason);
            }
        };
    }

    /** An order of which there is not even a document. */
    static OrderFeed.Item.Unreadable unreadable(String externalId, String reason) {
        return new OrderFeed.Item.Unreadable(
                FormId.orUnidentified(externalId, externalId.hashCode()),
                new RawDocument("application/json", new byte[0]),
                reason);
    }
}
