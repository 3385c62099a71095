package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One ordered piece: read, released, sent, cancelled, refunded. */
final class OrderUnitsApi {

    static final Set<String> CANCEL_REASONS = Set.of(
            "BuyerCancelled",
            "ShippingAddressUndeliverable",
            "WrongCatalogData",
            "GeneralAdjustment",
            "MerchandiseNotReceived",
            "NoInventory",
            "DelayedInventory",
            "WrongPrice",
            "NoReactionBuyer",
            "UndeliverableRegion");

    private static final Set<String> REFUND_REASONS = Set.of(
            "delivery_damage",
            "delivery_delay",
            "incomplete_delivery",
            "incorrect_delivery",
            "refund_postage_fee",
            "defect",
            "other_refund",
            "refund_return_postage_fee");

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;
    private final Carriers carriers;

    OrderUnitsApi(KauflandSettings settings, StateStore<KauflandState> store, Carriers carriers) {
        this.settings = settings;
        this.store = store;
        this.carriers = carriers;
    }

    Answer one(Call call) {
        return store.read(state -> UnitIds.of(call, "id")
                        .flatMap(id -> state.orderOf(id)
                                .flatMap(order -> state.unit(id).map(unit -> order.shown(unit, Embedded.of(call))))))
                .map(unit -> Page.one(200, unit))
                .orElseGet(KauflandErrors::notFound);
    }

    Answer fulfil(Call call) {
        return change(call, (order, unit) -> switch (unit.status()) {
            case OrderUnit.OPEN -> became(unit, OrderUnit.NEED_TO_BE_SENT);
            case OrderUnit.NEED_TO_BE_SENT -> KauflandErrors.duplicateAction();
            default -> KauflandErrors.notAllowed();
        });
    }

    Answer send(Call call, ObjectNode body) {
        Optional<String> numbers = Json.text(body, "tracking_numbers");
        Optional<String> carrier = Json.text(body, "carrier_code");
        if (numbers.isEmpty()) {
            return KauflandErrors.invalid("tracking_numbers", "is required and a text");
        }
        if (carrier.filter(carriers::has).isEmpty()) {
            return KauflandErrors.invalid("carrier_code", "is not a carrier code");
        }
        if (numbers.get().isBlank() && !Carriers.NAMELESS.contains(carrier.get())) {
            return KauflandErrors.invalid("tracking_numbers", "must not be blank with this carrier");
        }
        return change(call, (order, unit) -> {
            if (OrderUnit.AWAY.contains(unit.status())) {
                return KauflandErrors.duplicateAction();
            }
            if (!unit.status().equals(OrderUnit.NEED_TO_BE_SENT)) {
                return KauflandErrors.notAllowed();
            }
            for (String number : numbers.get().split(",", -1)) {
                if (!number.isBlank()) {
                    unit.parcels.add(new ParcelEntry(carrier.get(), number.strip(), false, now()));
                }
            }
            return became(unit, OrderUnit.SENT);
        });
    }

    Answer cancel(Call call, ObjectNode body) {
        Optional<String> reason = Json.text(body, "reason").filter(CANCEL_REASONS::contains);
        if (reason.isEmpty()) {
            return KauflandErrors.invalid("reason", "is not one of the reasons");
        }
        return change(call, (order, unit) -> {
            if (unit.status().equals(OrderUnit.CANCELLED)) {
                return KauflandErrors.duplicateAction();
            }
            if (!List.of(OrderUnit.OPEN, OrderUnit.NEED_TO_BE_SENT).contains(unit.status())) {
                return KauflandErrors.error(
                        403, "/problems/order-units/cancel-not-possible", "The unit cannot be cancelled any more");
            }
            unit.document.put("cancel_reason", reason.get());
            return became(unit, OrderUnit.CANCELLED);
        });
    }

    Answer refund(Call call, ObjectNode body) {
        long amount =
                body.path("amount").isIntegralNumber() ? body.path("amount").longValue() : 0;
        Optional<String> reason = Json.text(body, "reason").filter(REFUND_REASONS::contains);
        if (amount < 1) {
            return KauflandErrors.invalid("amount", "must be a whole number of cents, at least 1");
        }
        if (reason.isEmpty()) {
            return KauflandErrors.invalid("reason", "is not one of the reasons");
        }
        return change(call, (order, unit) -> {
            boolean sent = OrderUnit.AWAY.contains(unit.status())
                    || unit.status().equals(OrderUnit.RETURNED)
                    || unit.status().equals(OrderUnit.RETURNED_PAID);
            if (!sent) {
                return KauflandErrors.notAllowed();
            }
            if (unit.refunded() + amount > unit.charged()) {
                return KauflandErrors.error(400, "/problems/insufficient-funds", "More than the buyer has paid");
            }
            unit.refunds.add(new RefundEntry(amount, reason.get(), now()));
            unit.touched(now());
            return Answer.empty(204);
        });
    }

    private Answer became(OrderUnit unit, String status) {
        unit.become(status, now());
        return Answer.empty(204);
    }

    private Answer change(Call call, UnitChange change) {
        return store.change(state -> UnitIds.of(call, "id")
                .flatMap(id -> state.orderOf(id)
                        .flatMap(order -> state.unit(id).map(unit -> {
                            Answer answer = change.of(order, unit);
                            if (answer.status() >= 400) {
                                order.refused(unit.status());
                            }
                            return answer;
                        })))
                .orElseGet(KauflandErrors::notFound));
    }

    private Instant now() {
        return settings.clock().instant();
    }

    /** What a write does to a unit, or why not. */
    private interface UnitChange {
        Answer of(KauflandOrder order, OrderUnit unit);
    }
}
