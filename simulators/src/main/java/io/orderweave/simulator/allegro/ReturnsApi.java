package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Customer returns: a beta resource with its own media type. They are listed newest first, which is UNCONFIRMED. */
final class ReturnsApi {

    private static final Set<String> CODES = Set.of(
            "REFUND_REJECTED",
            "NEW_ITEM_SENT",
            "ITEM_FIXED",
            "MISSING_PART_SENT",
            "ITEM_MISMATCH",
            "BUSINESS_PURCHASE",
            "NO_RETURN_RIGHT");
    private static final int LONGEST_REASON = 250;
    private static final Map<String, String> FILTERS = Map.of(
            "customerReturnId", "/id",
            "orderId", "/orderId",
            "referenceNumber", "/referenceNumber",
            "marketplaceId", "/marketplaceId",
            "status", "/status");

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;

    ReturnsApi(AllegroSettings settings, StateStore<AllegroState> store) {
        this.settings = settings;
        this.store = store;
    }

    Answer list(Call call) {
        Paging paging = Paging.of(call, 100, 1000);
        if (!paging.readable()) {
            return AllegroErrors.betaError(400, "IllegalParameter", "limit and offset are numbers in bounds", "limit");
        }
        try {
            List<ObjectNode> found = store.read(state -> state.returns.values().stream()
                    .filter(filter(call, state))
                    .sorted(Comparator.comparing(CustomerReturn::createdAt).reversed())
                    .map(one -> one.document.deepCopy())
                    .toList());
            ObjectNode body = Json.object().put("count", found.size());
            body.putArray("customerReturns").addAll(paging.of(found));
            return Answer.json(200, AllegroErrors.BETA_MEDIA_TYPE, body);
        } catch (DateTimeException e) {
            return AllegroErrors.betaError(400, "IllegalParameter", "A moment is written 2026-11-21T10:15:30Z", null);
        }
    }

    Answer one(Call call) {
        return store.read(state -> Optional.ofNullable(state.returns.get(call.variable("id")))
                .map(one -> Answer.json(200, AllegroErrors.BETA_MEDIA_TYPE, one.document.deepCopy()))
                .orElseGet(() -> notFound(call)));
    }

    Answer reject(Call call, ObjectNode body) {
        return store.change(state -> Optional.ofNullable(state.returns.get(call.variable("id")))
                .map(one -> reject(one, body))
                .orElseGet(() -> notFound(call)));
    }

    private Answer reject(CustomerReturn one, ObjectNode body) {
        String code = body.at("/rejection/code").asText();
        Optional<String> reason = Json.text(body.path("rejection"), "reason");
        if (!CODES.contains(code)) {
            return AllegroErrors.betaError(400, "RejectionCodeInvalid", "No such rejection code", "rejection.code");
        }
        boolean needsReason = code.equals("REFUND_REJECTED")
                && reason.filter(text -> !text.isBlank()).isEmpty();
        if (needsReason || reason.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            return AllegroErrors.betaError(
                    422, "RejectionReasonInvalid", "A reason of 1 to 250 characters is needed", "rejection.reason");
        }
        if (one.isRejected()) {
            return AllegroErrors.betaError(422, "AlreadyRejected", "The return has been rejected already", null);
        }
        ObjectNode rejection = one.document.putObject("rejection").put("code", code);
        reason.ifPresent(text -> rejection.put("reason", text));
        rejection.put("createdAt", Json.millis(settings.clock().instant()));
        one.document.put("status", "REJECTED");
        return Answer.json(200, AllegroErrors.BETA_MEDIA_TYPE, one.document.deepCopy());
    }

    private static Predicate<CustomerReturn> filter(Call call, AllegroState state) {
        Predicate<CustomerReturn> filter = one -> true;
        for (Map.Entry<String, String> equal : FILTERS.entrySet()) {
            List<String> wanted = call.query().all(equal.getKey());
            filter = wanted.isEmpty()
                    ? filter
                    : filter.and(one ->
                            wanted.contains(one.document.at(equal.getValue()).asText()));
        }
        Optional<Instant> since = moment(call, "createdAt.gte");
        Optional<Instant> until = moment(call, "createdAt.lte");
        Optional<Instant> after =
                call.query().first("from").map(state.returns::get).map(CustomerReturn::createdAt);
        return filter.and(one -> since.filter(one.createdAt()::isBefore).isEmpty())
                .and(one -> until.filter(one.createdAt()::isAfter).isEmpty())
                .and(one -> after.filter(last -> !one.createdAt().isAfter(last)).isEmpty());
    }

    private static Optional<Instant> moment(Call call, String parameter) {
        return call.query().first(parameter).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    }

    private static Answer notFound(Call call) {
        return AllegroErrors.betaError(404, "CustomerReturnNotFound", "No such customer return", call.path());
    }
}
