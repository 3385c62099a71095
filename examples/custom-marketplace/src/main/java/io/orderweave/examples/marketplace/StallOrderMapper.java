package io.orderweave.examples.marketplace;

import static io.orderweave.examples.marketplace.StallJson.required;
import static io.orderweave.examples.marketplace.StallJson.text;
import static io.orderweave.order.Lifecycle.CANCELLED;
import static io.orderweave.order.Lifecycle.CONFIRMED;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.http.RawJson;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.PaymentTerms.Timing;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Maps Stall's orders. Pure; computes nothing that Stall does not say. */
final class StallOrderMapper {

    /** A status that is not here makes nobody pack anything. */
    private static final Map<String, Lifecycle> LIFECYCLES =
            Map.of("open", CONFIRMED, "packed", CONFIRMED, "sent", CONFIRMED, "cancelled", CANCELLED);

    private StallOrderMapper() {}

    /** Whether Stall can call an order that; nothing else goes into an address. */
    static boolean isOrderId(String id) {
        return id.matches("[A-Z]{2}-\\d{1,12}");
    }

    /** The order, or why it cannot be read. */
    static Item item(RawJson json) {
        RawDocument raw = new RawDocument("application/json", json.bytes());
        String id = text(json.tree(), "/id")
                .filter(StallOrderMapper::isOrderId)
                .orElse("none-" + json.tree().hashCode());
        try {
            return new Item.Changed(order(id, json.tree(), raw));
        } catch (OutsideFault e) {
            return new Item.Unreadable(id, raw, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Its words may quote what the buyer wrote.
            return new Item.Unreadable(id, raw, "the parts do not make an order");
        }
    }

    private static ChannelOrder order(String id, JsonNode json, RawDocument raw) {
        if (!isOrderId(id) || json.path("items").isEmpty()) {
            throw StallJson.broken("no /id of an order's, or no /items");
        }
        Money total = money(json, "/total", json);
        boolean collected = text(json, "/collect").isPresent();
        Instant placedAt = Instant.parse(required(json, "/placed_at"));
        PaymentTerms.Builder terms = PaymentTerms.builder().timing(collected ? Timing.ON_DELIVERY : Timing.PREPAID);
        return ChannelOrder.builder()
                .externalId(id)
                .number(id)
                .placedAt(placedAt)
                .currency(total.currency())
                .term(required(json, "/status"))
                .lifecycle(LIFECYCLES.getOrDefault(required(json, "/status"), Lifecycle.PENDING))
                .revision(text(json, "/revision"))
                .lines(lines(json))
                .addCharges(Charge.builder()
                        .id(new ChargeId("shipping"))
                        .kind(Charge.Kind.DELIVERY)
                        .name("Shipping")
                        .amount(money(json, "/shipping", json))
                        .build())
                .buyer(party(json.path("buyer")))
                .delivery(Delivery.builder()
                        .recipient(party(json.path("recipient")))
                        .build())
                .payment(collected ? terms.collectOnDelivery(total).build() : terms.build())
                .payments(collected ? List.of() : List.of(new ChannelPayment("payment", total, placedAt)))
                .total(total)
                .buyerNote(text(json, "/note"))
                .raw(raw)
                .build();
    }

    private static List<OrderLine> lines(JsonNode order) {
        List<OrderLine> lines = new ArrayList<>();
        for (JsonNode item : order.path("items")) {
            lines.add(OrderLine.builder()
                    .id(new LineId(required(item, "/id")))
                    .sku(text(item, "/sku"))
                    .name(required(item, "/title"))
                    .quantity(item.path("quantity").asInt())
                    .unitPrice(money(item, "/price", order))
                    .build());
        }
        return lines;
    }

    private static Party party(JsonNode person) {
        return Party.builder()
                .personName(required(person, "/name"))
                .email(text(person, "/mail"))
                .phone(text(person, "/phone"))
                .address(text(person, "/street").map(street -> address(person, street)))
                .build();
    }

    private static PostalAddress address(JsonNode person, String street) {
        return PostalAddress.builder()
                .street(street)
                .city(required(person, "/city"))
                .postalCode(required(person, "/zip"))
                .country(new Country(required(person, "/country")))
                .build();
    }

    private static Money money(JsonNode json, String pointer, JsonNode order) {
        return Money.of(required(json, pointer), required(order, "/currency"));
    }
}
