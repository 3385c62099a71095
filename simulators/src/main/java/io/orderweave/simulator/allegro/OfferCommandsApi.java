package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Commands over many offers: registered under an id of the application's, done later, asked for until done. */
final class OfferCommandsApi {

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final OfferWork work;

    OfferCommandsApi(AllegroSettings settings, StateStore<AllegroState> store, OfferWork work) {
        this.settings = settings;
        this.store = store;
        this.work = work;
    }

    Answer put(String kind, Call call, ObjectNode body) {
        return store.change(state -> {
            OfferCommand command = command(kind, call, body);
            Optional<Answer> wrong = OfferCommands.wrong(command);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            String key = OfferCommand.key(command.kind, command.id);
            if (work.upToDate(state).offerCommands.putIfAbsent(key, command) != null) {
                return AllegroErrors.error(409, "CommandIdAlreadyUsed", "The command id was used before", "commandId");
            }
            // The answer counts nothing yet, even where all is done in a moment.
            return Answer.json(201, AllegroErrors.MEDIA_TYPE, report(command));
        });
    }

    Answer get(String kind, Call call) {
        return find(kind, call, OfferCommandsApi::report);
    }

    Answer tasks(String kind, Call call) {
        Paging paging = Paging.of(call, 100, 1000);
        if (!paging.readable()) {
            return AllegroErrors.error(422, "IllegalParameter", "limit and offset are numbers in bounds", "limit");
        }
        return find(kind, call, command -> {
            ObjectNode body = Json.object();
            ArrayNode tasks = body.putArray("tasks");
            paging.of(command.offers).forEach(id -> tasks.add(task(command, id)));
            return body;
        });
    }

    private Answer find(String kind, Call call, Function<OfferCommand, ObjectNode> shown) {
        String key = OfferCommand.key(kind, call.variable("commandId"));
        work.catchUp(store);
        return store.read(state -> Optional.ofNullable(state.offerCommands.get(key))
                .map(command -> Answer.json(200, AllegroErrors.MEDIA_TYPE, shown.apply(command)))
                .orElseGet(() -> AllegroErrors.error(404, "CommandNotFound", "No such command", call.path())));
    }

    private OfferCommand command(String kind, Call call, ObjectNode body) {
        OfferCommand command = new OfferCommand();
        command.id = call.variable("commandId");
        command.kind = kind;
        command.wanted = body;
        command.createdAt = settings.clock().instant();
        body.path("offerCriteria")
                .forEach(criterium -> criterium
                        .path("offers")
                        .forEach(offer -> command.offers.add(offer.path("id").asText())));
        return command;
    }

    private static ObjectNode report(OfferCommand command) {
        Instant completedAt = command.completedAt;
        long failed = command.results.values().stream()
                .filter(code -> !code.isEmpty())
                .count();
        ObjectNode node = Json.object()
                .put("id", command.id)
                .put("createdAt", Json.millis(command.createdAt))
                .put("completedAt", completedAt == null ? null : Json.millis(completedAt));
        node.putObject("taskCount")
                .put("failed", failed)
                .put("success", command.results.size() - failed)
                .put("total", completedAt == null ? 0 : command.offers.size());
        return node;
    }

    private static ObjectNode task(OfferCommand command, String offerId) {
        Optional<String> code = Optional.ofNullable(command.results.get(offerId));
        ObjectNode node = Json.object().put("field", field(command.kind));
        node.putObject("offer").put("id", offerId);
        node.put("status", code.map(text -> text.isEmpty() ? "SUCCESS" : "FAIL").orElse("NEW"));
        List<String> errors = code.filter(text -> !text.isEmpty()).stream().toList();
        node.put("message", errors.isEmpty() ? "" : "The offer was not changed");
        ArrayNode array = node.putArray("errors");
        errors.forEach(text -> array.addObject()
                .put("code", text)
                .put("message", "The offer was not changed")
                .putNull("details")
                .putNull("path")
                .put("userMessage", "The offer was not changed"));
        return node;
    }

    private static String field(String kind) {
        return switch (kind) {
            case OfferCommands.QUANTITY -> "stock.available";
            case OfferCommands.PRICE -> "sellingMode.price";
            default -> "publication.status";
        };
    }
}
