package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Handler;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes to orders: fields, lines, tags, statuses, invoices. Which statuses may follow which is UNCONFIRMED; here only a cancelled
 * order stays cancelled.
 */
final class OrderWritesApi {

    private static final String CANCELLED = "cancelled";
    private static final Set<String> FIELDS =
            Set.of(ShopOrder.TRACKING, "customer_note", "meta_fields", ShopOrder.LINES);

    private final MerchantProSettings settings;
    private final StateStore<ShopState> store;

    OrderWritesApi(MerchantProSettings settings, StateStore<ShopState> store) {
        this.settings = settings;
        this.store = store;
    }

    Answer patch(Call call) {
        Optional<ObjectNode> body = Json.parseObject(call.body());
        if (body.isEmpty()) {
            return MerchantProErrors.invalid("invalid_json", "Not a JSON object");
        }
        boolean lenient = call.query().first("ignore_nonexistent_fields").isPresent();
        return change(call, order -> {
            for (Iterator<String> names = body.get().fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!lenient && !FIELDS.contains(name)) {
                    order.refused("undefined_field");
                    return MerchantProErrors.undefinedField(name);
                }
            }
            return write(order, body.get()).orElseGet(() -> shown(order, call));
        });
    }

    /** Sets the status that the path's last part names. */
    Handler action(String status) {
        return call -> change(call, order -> {
            if (order.shippingStatus().equals(CANCELLED) && !status.equals(CANCELLED)) {
                order.refused("invalid_transition");
                return MerchantProErrors.invalid("invalid_transition", "A cancelled order stays cancelled");
            }
            order.actions.add(status);
            set(order, status);
            return shown(order, call);
        });
    }

    /** Lets the shop issue its own invoice; asked twice it issues two, which is UNCONFIRMED and the harder case. */
    Answer createInvoice(Call call) {
        return change(call, order -> {
            order.invoices++;
            order.touch(settings.clock().instant(), settings.zone());
            return shown(order, call);
        });
    }

    Answer tag(Call call) {
        if (settings.tagsByPatch() != call.method().equals("PATCH")) {
            return MerchantProErrors.methodNotAllowed();
        }
        Optional<String> name = Json.parseObject(call.body()).flatMap(body -> Json.text(body, "name"));
        if (name.isEmpty()) {
            return MerchantProErrors.invalid("invalid_tag", "A tag has a name");
        }
        return change(call, order -> {
            order.tags.add(name.get());
            return shown(order, call);
        });
    }

    private Optional<Answer> write(ShopOrder order, ObjectNode body) {
        if (body.has(ShopOrder.LINES)) {
            Optional<Answer> refused = replaceLines(order, body.path(ShopOrder.LINES));
            if (refused.isPresent()) {
                return refused;
            }
        }
        Json.text(body, "customer_note").ifPresent(note -> order.document.put("customer_note", note));
        Json.text(body, ShopOrder.TRACKING).ifPresent(numbers -> track(order, numbers));
        order.touch(settings.clock().instant(), settings.zone());
        return Optional.empty();
    }

    /** The lines given are the lines from now on: one that is left out is lost. */
    private static Optional<Answer> replaceLines(ShopOrder order, JsonNode lines) {
        if (!lines.isArray() || lines.isEmpty()) {
            order.refused("invalid_line_items");
            return Optional.of(MerchantProErrors.invalid("invalid_line_items", "An order has at least one line"));
        }
        ArrayNode replaced = order.document.putArray(ShopOrder.LINES);
        for (JsonNode line : lines) {
            if (line instanceof ObjectNode given) {
                ObjectNode copy = given.deepCopy();
                OrderWriter.sums(copy);
                replaced.add(copy);
            }
        }
        order.lineReplacements++;
        OrderWriter.total(order.document);
        return Optional.empty();
    }

    /** The field holds one text, which is overwritten; each number in it is a parcel. */
    private static void track(ShopOrder order, String numbers) {
        order.trackingWrites.add(numbers);
        order.document.put(ShopOrder.TRACKING, numbers);
        ArrayNode parcels = order.document.putArray("carrier_tracking");
        order.trackingNumbers()
                .forEach(number -> parcels.addObject().put("awb", number).putNull("carrier"));
    }

    private void set(ShopOrder order, String status) {
        order.set("shipping_status", status, settings.clock().instant(), settings.zone());
        if (status.equals("returned")) {
            order.document.put("has_returns", true);
        }
    }

    private Answer change(Call call, Function<ShopOrder, Answer> write) {
        return store.change(state -> {
            ShopOrder order = state.orders.get(call.variable("id"));
            return order == null ? MerchantProErrors.notFound("order") : write.apply(order);
        });
    }

    private static Answer shown(ShopOrder order, Call call) {
        return Answer.json(200, OrdersApi.shown(order, call.query()));
    }
}
