package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Returns: listed, read, and decided upon piece by piece. */
final class ReturnsApi {

    private static final Set<String> DECIDED = Set.of("return_accepted", "return_rejected", "return_closed");

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;

    ReturnsApi(KauflandSettings settings, StateStore<KauflandState> store) {
        this.settings = settings;
        this.store = store;
    }

    Answer list(Call call) {
        Optional<Page> page = Page.of(call, Page.MOST);
        Optional<String> storefront = call.query().first("storefront");
        Optional<Instant> updated;
        try {
            updated = call.query().first("ts_updated_from_iso").map(Instant::parse);
        } catch (DateTimeException e) {
            return KauflandErrors.invalid("ts_updated_from_iso", "must be in YYYY-MM-ddTHH:mm:ssZ format");
        }
        boolean byUpdate =
                call.query().first("sort").filter("ts_updated:desc"::equals).isPresent();
        if (page.isEmpty()) {
            return KauflandErrors.invalid("limit", "must be between 1 and 100");
        }
        Comparator<ReturnEntry> newest = Comparator.comparingLong(entry -> entry.id);
        List<ObjectNode> found = store.read(state -> state.returns.values().stream()
                .filter(entry -> storefront.stream()
                        .allMatch(entry.document.path("storefront").asText()::equalsIgnoreCase))
                .filter(entry ->
                        updated.stream().noneMatch(bound -> entry.updatedAt().compareTo(Json.seconds(bound)) < 0))
                .sorted((byUpdate ? Comparator.comparing(ReturnEntry::updatedAt).thenComparing(newest) : newest)
                        .reversed())
                .map(entry -> entry.shown(Set.of()))
                .toList());
        return page.get().show(found);
    }

    Answer one(Call call) {
        return store.read(state ->
                        UnitIds.of(call, "id").map(state.returns::get).map(entry -> entry.shown(Embedded.of(call))))
                .map(entry -> Page.one(200, entry))
                .orElseGet(KauflandErrors::notFound);
    }

    Answer accept(Call call) {
        return decide(call, "return_accepted");
    }

    Answer repair(Call call) {
        return decide(call, "return_in_repair");
    }

    Answer reject(Call call, ObjectNode body) {
        return withMessage(call, body, "return_rejected");
    }

    Answer clarify(Call call, ObjectNode body) {
        return withMessage(call, body, "return_in_clarification");
    }

    private Answer withMessage(Call call, ObjectNode body, String status) {
        boolean said =
                Json.text(body, "message").filter(text -> !text.isBlank()).isPresent();
        return said ? decide(call, status) : KauflandErrors.invalid("message", "is required");
    }

    private Answer decide(Call call, String status) {
        return store.change(state -> {
            Optional<Long> id = UnitIds.of(call, "unit");
            Optional<ReturnEntry> entry = id.flatMap(state::returnOf);
            if (entry.isEmpty()) {
                return KauflandErrors.notFound();
            }
            ReturnEntry.ReturnUnit unit = entry.get().units.stream()
                    .filter(one -> one.id == id.get())
                    .findFirst()
                    .orElseThrow();
            if (unit.status().equals(status)) {
                return KauflandErrors.duplicateAction();
            }
            if (DECIDED.contains(unit.status())) {
                return KauflandErrors.notAllowed();
            }
            Instant now = settings.clock().instant();
            unit.document.put("status", status);
            unit.verdicts.add(status);
            entry.get().touched(now);
            if (status.equals("return_accepted")) {
                state.unit(unit.orderUnit).orElseThrow().become(OrderUnit.RETURNED_PAID, now);
            }
            return Answer.empty(204);
        });
    }
}
