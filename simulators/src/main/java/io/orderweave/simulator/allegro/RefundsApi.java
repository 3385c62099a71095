package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Money paid back to buyers. A command id makes a repeated request the same refund; without one it is a second refund. That a
 * repetition is answered as the first request was is UNCONFIRMED, and so is that a surcharge is no payment of a refund but an item.
 */
final class RefundsApi {

    private static final Set<String> REASONS = Set.of(
            "REFUND",
            "COMPLAINT",
            "PRODUCT_NOT_AVAILABLE",
            "PAID_VALUE_TOO_LOW",
            "OVERPAID",
            "CANCELLED_BY_BUYER",
            "NOT_COLLECTED");
    private static final int LONGEST_COMMENT = 250;
    private static final int MOST_PER_PAGE = 100;

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;

    RefundsApi(AllegroSettings settings, StateStore<AllegroState> store) {
        this.settings = settings;
        this.store = store;
    }

    Answer post(Call call, ObjectNode request) {
        return store.change(state -> {
            Optional<CheckoutForm> form = state.forms.values().stream()
                    .filter(one -> one.document
                            .at("/payment/id")
                            .asText()
                            .equals(request.at("/payment/id").asText()))
                    .findFirst();
            if (form.isEmpty()) {
                return AllegroErrors.error(404, "PaymentNotFound", "No such payment", "payment.id");
            }
            return refund(state, form.get(), request);
        });
    }

    Answer list(Call call) {
        Paging paging = Paging.of(call, 50, MOST_PER_PAGE);
        if (!paging.readable()) {
            return AllegroErrors.error(422, "IllegalParameter", "limit and offset are numbers in bounds", "limit");
        }
        List<ObjectNode> found = store.read(state -> {
            List<ObjectNode> refunds = new ArrayList<>();
            state.forms
                    .values()
                    .forEach(form -> form.refunds.stream()
                            .map(refund -> shown(refund, form))
                            .filter(refund -> lets(call, refund))
                            .forEach(refunds::add));
            return refunds;
        });
        ObjectNode body = Json.object();
        ArrayNode page = body.putArray("refunds").addAll(paging.of(found));
        body.put("count", page.size()).put("totalCount", found.size());
        return Answer.json(200, AllegroErrors.MEDIA_TYPE, body);
    }

    private Answer refund(AllegroState state, CheckoutForm form, ObjectNode request) {
        Optional<String> command = Json.text(request, "commandId");
        Optional<RefundEntry> same = form.refunds.stream()
                .filter(refund -> command.isPresent() && command.get().equals(refund.commandId()))
                .findFirst();
        if (same.isPresent()) {
            return Answer.json(200, AllegroErrors.MEDIA_TYPE, shown(same.get(), form));
        }
        Optional<Answer> refused = refuses(form, request);
        if (refused.isPresent()) {
            form.refused("refund");
            return refused.get();
        }
        RefundEntry refund = new RefundEntry(
                Ids.uuid(settings.seed(), "refund", state.next()),
                command.orElse(null),
                form.id,
                request,
                RefundItems.of(form, request).total(),
                settings.clock().instant(),
                form.rejectsRefunds);
        form.refunds.add(refund);
        return Answer.json(200, AllegroErrors.MEDIA_TYPE, shown(refund, form));
    }

    private Optional<Answer> refuses(CheckoutForm form, ObjectNode request) {
        if (!form.id.equals(request.at("/order/id").asText())) {
            return Optional.of(
                    AllegroErrors.error(422, "OrderNotFound", "The payment is not of this order", "order.id"));
        }
        if (!REASONS.contains(request.path("reason").asText())) {
            return Optional.of(AllegroErrors.error(400, "ReasonInvalid", "No such reason", "reason"));
        }
        if (request.path("sellerComment").asText("").length() > LONGEST_COMMENT) {
            return Optional.of(AllegroErrors.error(422, "CommentTooLong", "At most 250 characters", "sellerComment"));
        }
        if (form.payment().path("type").asText().equals(AllegroPaymentType.CASH_ON_DELIVERY.name())) {
            // Seen in allegro-api issue 11207.
            return Optional.of(AllegroErrors.error(
                    400, "COD_MARKETPLACE_NOT_SUPPORTED", "Cash on delivery cannot be refunded here", "payment.id"));
        }
        RefundItems items = RefundItems.of(form, request);
        Optional<Answer> wrong = items.wrong();
        if (wrong.isPresent()) {
            return wrong;
        }
        BigDecimal back = form.refunds.stream()
                .filter(refund -> !refund.refused())
                .map(RefundEntry::total)
                .reduce(items.total(), BigDecimal::add);
        return back.compareTo(form.paid()) <= 0
                ? Optional.empty()
                : Optional.of(AllegroErrors.error(422, "AmountExceeded", "More than the buyer has paid", null));
    }

    private ObjectNode shown(RefundEntry refund, CheckoutForm form) {
        Instant done = refund.createdAt().plus(settings.refundTime());
        ObjectNode node = Json.object().put("id", refund.id());
        node.set("payment", refund.request().path("payment"));
        node.set("order", refund.request().path("order"));
        node.put("reason", refund.request().path("reason").asText())
                .put("status", refund.status(done, settings.clock().instant()))
                .put("createdAt", Json.millis(refund.createdAt()));
        node.set("totalValue", FormWriter.money(refund.total(), form.currency()));
        for (String part :
                List.of("lineItems", "deposits", "delivery", "overpaid", "surcharges", "additionalServices")) {
            if (refund.request().has(part)) {
                node.set(part, refund.request().path(part));
            }
        }
        Json.text(refund.request(), "sellerComment").ifPresent(comment -> node.put("sellerComment", comment));
        return node;
    }

    private static boolean lets(Call call, ObjectNode refund) {
        return fits(call, "id", refund.path("id").asText())
                && fits(call, "payment.id", refund.at("/payment/id").asText())
                && fits(call, "order.id", refund.at("/order/id").asText())
                && fits(call, "status", refund.path("status").asText());
    }

    private static boolean fits(Call call, String parameter, String value) {
        List<String> wanted = call.query().all(parameter);
        return wanted.isEmpty() || wanted.contains(value);
    }
}
