package io.orderweave.simulator.inpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.LabelDocument;
import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shipments of the organisation: create, read, list, label, cancel. There is no idempotency key. */
final class ShipmentsApi {

    private static final long FIRST_ID = 30_000_001;

    /** Cancelled over the API only before it is paid; later it is a matter for the portal. */
    private static final Set<String> CANCELLABLE = Set.of(InPostShipment.CREATED, "offers_prepared");

    private final InPostSettings settings;
    private final StateStore<InPostState> store;
    private final Validation validation;
    private final Progress progress;

    ShipmentsApi(InPostSettings settings, StateStore<InPostState> store, Progress progress) {
        this.settings = settings;
        this.store = store;
        this.validation = new Validation(settings.points());
        this.progress = progress;
    }

    Answer create(Call call) {
        if (!ours(call)) {
            return InPostErrors.accessForbidden();
        }
        if (!call.names("Content-Type", "application/json")) {
            return Answer.empty(415);
        }
        Optional<ObjectNode> request = Json.parseObject(call.body());
        if (request.isEmpty()) {
            return InPostErrors.validationFailed("body", "invalid");
        }
        ObjectNode details = validation.check(request.get());
        if (!details.isEmpty()) {
            return InPostErrors.validationFailed(details);
        }
        return store.change(state -> Answer.json(201, ShipmentWriter.shipment(add(state, request.get()))));
    }

    Answer one(Call call) {
        return with(call, shipment -> {
            shipment.polls++;
            progress.settle(shipment);
            return Answer.json(200, ShipmentWriter.shipment(shipment));
        });
    }

    Answer list(Call call) {
        if (!ours(call)) {
            return InPostErrors.accessForbidden();
        }
        ShipmentFilter filter;
        try {
            filter = new ShipmentFilter(call.query());
        } catch (DateTimeParseException e) {
            return InPostErrors.validationFailed("created_at", "invalid");
        }
        return store.change(state -> {
            state.shipments.forEach(progress::settle);
            List<ObjectNode> found = state.shipments.stream()
                    .filter(filter::lets)
                    .sorted(Comparator.comparingLong((InPostShipment shipment) -> shipment.id)
                            .reversed())
                    .map(ShipmentWriter::shipment)
                    .toList();
            return Answer.json(200, Page.of(call, found));
        });
    }

    Answer label(Call call) {
        return with(call, shipment -> {
            progress.settle(shipment);
            if (shipment.trackingNumber == null) {
                return InPostErrors.invalidAction("get_label", shipment.status);
            }
            String format = call.query().first("format").orElse("pdf").toLowerCase(Locale.ROOT);
            List<String> lines = List.of("InPost " + shipment.service(), shipment.trackingNumber);
            Optional<Answer> label = label(format, call, lines);
            shipment.labels += label.isPresent() ? 1 : 0;
            return label.orElseGet(() -> InPostErrors.validationFailed("format", "invalid"));
        });
    }

    Answer cancel(Call call) {
        return with(call, shipment -> {
            progress.settle(shipment);
            if (!CANCELLABLE.contains(shipment.status)) {
                return InPostErrors.invalidAction("cancel", shipment.status);
            }
            shipment.move(InPostShipment.CANCELED, settings.clock().instant());
            return Answer.empty(204);
        });
    }

    /** Public: nobody needs a token for it. */
    Answer tracking(Call call) {
        return store.change(state -> state.byTrackingNumber(call.variable("number"))
                .map(shipment -> {
                    shipment.polls++;
                    progress.settle(shipment);
                    return Answer.json(200, ShipmentWriter.tracking(shipment));
                })
                .orElseGet(InPostErrors::notFound));
    }

    private InPostShipment add(InPostState state, ObjectNode request) {
        Instant now = settings.clock().instant();
        InPostShipment shipment = new InPostShipment();
        shipment.id = FIRST_ID + state.shipments.size();
        shipment.request = request;
        shipment.createdAt = now;
        shipment.move(InPostShipment.CREATED, now);
        if (state.failingPurchases > 0) {
            state.failingPurchases--;
            shipment.failed = true;
            shipment.move(InPostShipment.OFFER_SELECTED, now);
        }
        state.shipments.add(shipment);
        return shipment;
    }

    private Answer with(Call call, Function<InPostShipment, Answer> answer) {
        return store.change(state -> state.byId(call.variable("id")).map(answer).orElseGet(InPostErrors::notFound));
    }

    private boolean ours(Call call) {
        return call.variable("organization").equals(settings.organizationId());
    }

    private static Optional<Answer> label(String format, Call call, List<String> lines) {
        return switch (format) {
            case "pdf" -> Optional.of(Answer.of(200, "application/pdf", pdf(call, lines)));
            case "zpl" -> Optional.of(Answer.of(200, "text/zpl", LabelDocument.zpl(lines)));
            case "epl" -> Optional.of(Answer.of(200, "text/epl", LabelDocument.epl(lines)));
            default -> Optional.empty();
        };
    }

    private static byte[] pdf(Call call, List<String> lines) {
        boolean small = call.query().first("type").orElse("normal").equals("A6");
        return small ? LabelDocument.pdf(298, 420, lines) : LabelDocument.pdf(595, 842, lines);
    }
}
