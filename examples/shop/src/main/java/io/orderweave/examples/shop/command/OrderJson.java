package io.orderweave.examples.shop.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes orders as the JSON that {@code orders.schema.json} describes, one after the other. Its own shape: what is stored may change, this
 * may only grow.
 */
final class OrderJson implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final PrintWriter out;
    private final SequenceWriter list;

    private OrderJson(PrintWriter out, SequenceWriter list) {
        this.out = out;
        this.list = list;
    }

    /** Begins a list. */
    static OrderJson to(PrintWriter out) {
        try {
            return new OrderJson(out, MAPPER.writer().writeValuesAsArray(out));
        } catch (IOException e) {
            throw new UncheckedIOException("the orders cannot be printed", e);
        }
    }

    void write(List<Order> orders) {
        try {
            for (Order order : orders) {
                list.write(node(order));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the orders cannot be printed", e);
        }
    }

    /** Ends the list; the writer stays open. */
    @Override
    public void close() {
        try {
            list.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the orders cannot be printed", e);
        }
        out.println();
    }

    private static ObjectNode node(Order order) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", order.id().value());
        node.put("number", order.number());
        order.ref().ifPresent(ref -> {
            node.put("channel", ref.channel().value());
            node.put("externalId", ref.externalId());
        });
        order.connection().ifPresent(connection -> node.put("connection", connection.value()));
        order.storefront().ifPresent(storefront -> node.put("storefront", storefront.toString()));
        node.put("placedAt", order.placedAt().toString());
        node.put("status", order.status().value());
        node.put("phase", order.phase().name());
        node.put("payment", order.axes().payment().name());
        node.put("shipping", order.axes().shipping().name());
        node.put("documents", order.axes().documents().name());
        node.set("total", money(order.total()));
        node.set("open", money(order.openAmount()));
        order.payment().method().ifPresent(method -> node.put("paymentMethod", method));
        order.delivery().method().ifPresent(method -> node.put("deliveryMethod", method));
        ArrayNode tags = node.putArray("tags");
        order.tags().stream().sorted().forEach(tags::add);
        node.put("held", order.isHeld());
        node.put("history", order.history());
        ArrayNode lines = node.putArray("lines");
        order.lines().forEach(line -> lines.add(node(line)));
        return node;
    }

    private static ObjectNode node(OrderLine line) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", line.id().value());
        line.sku().ifPresent(sku -> node.put("sku", sku));
        line.ean().ifPresent(ean -> node.put("ean", ean));
        node.put("name", line.name());
        node.put("quantity", line.quantity());
        node.set("unitPrice", money(line.unitPrice()));
        return node;
    }

    private static ObjectNode money(Money money) {
        return MAPPER.createObjectNode()
                .put("amount", money.amount().toPlainString())
                .put("currency", money.currency().getCurrencyCode());
    }
}
