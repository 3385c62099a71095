package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.tck.channel.TestOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order as Stall keeps it: its document, and what was done to it. */
final class StallOrder extends StallDocument {

    final List<ObjectNode> parcels = new ArrayList<>();
    int statusWrites;

    private StallOrder(ObjectNode document) {
        super(document);
    }

    static StallOrder of(String id, TestOrder order, Instant now) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", id)
                .put("placed_at", now.toString())
                .put("status", "open")
                .put("revision", "1")
                .put("currency", "EUR")
                .put("total", order.total().toPlainString())
                .put("shipping", order.deliveryCost().toPlainString())
                .put("note", order.note());
        if (order.isCashOnDelivery()) {
            document.put("collect", "courier");
        }
        int line = 0;
        for (TestOrder.Line product : order.lines()) {
            document.withArray("items")
                    .addObject()
                    .put("id", id + "-" + ++line)
                    .put("sku", product.sku())
                    .put("title", product.name())
                    .put("quantity", product.quantity())
                    .put("price", product.unitPrice().toPlainString());
        }
        document.set("buyer", person(order.buyer()));
        document.set("recipient", person(order.recipient()));
        return new StallOrder(document);
    }

    private static ObjectNode person(Party party) {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        Optional<PostalAddress> address = party.address();
        person.put("name", party.personName().orElseThrow())
                .put("mail", party.email().orElse(null))
                .put("phone", party.phone().orElse(null))
                .put("street", address.map(PostalAddress::street).orElse(null))
                .put("city", address.map(PostalAddress::city).orElse(null))
                .put("zip", address.map(PostalAddress::postalCode).orElse(null))
                .put("country", address.map(place -> place.country().code()).orElse(null));
        return person;
    }

    /** The buyer writes another note. */
    void change() {
        int revision = document.path("revision").asInt() + 1;
        document.put("revision", String.valueOf(revision)).put("note", "Note no. " + revision);
    }
}
