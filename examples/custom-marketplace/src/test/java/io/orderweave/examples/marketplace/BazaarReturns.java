package io.orderweave.examples.marketplace;

import static io.orderweave.examples.marketplace.StallJson.required;
import static io.orderweave.examples.marketplace.StallJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.RawDocument;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ChannelReturn.Stage;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.id.LineId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads Bazaar's returns and decides on them. */
final class BazaarReturns implements ReturnFeed, ReturnDecisions {

    static final Map<Verdict, String> TERMS =
            Map.of(Verdict.ACCEPTED, "accepted", Verdict.REJECTED, "rejected", Verdict.REPAIRED, "repaired");

    private static final Map<String, Stage> STAGES = Map.of(
            "announced", Stage.ANNOUNCED,
            "sent", Stage.ON_ITS_WAY,
            "accepted", Stage.ACCEPTED,
            "rejected", Stage.REJECTED,
            "repaired", Stage.CLOSED);
    private static final int MOST = 50;

    private final BazaarApi api;

    BazaarReturns(BazaarApi api) {
        this.api = api;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        RawJson page = BazaarPage.checked(
                api.returns(from.map(Checkpoint::value).orElse(null), Math.max(1, Math.min(limit, MOST))), "returns");
        return new Batch(
                page.elements("returns").stream().map(BazaarReturns::item).toList(),
                BazaarPage.next(page),
                BazaarPage.more(page));
    }

    private static Item item(RawJson json) {
        RawDocument raw = new RawDocument("application/json", json.bytes());
        String id = text(json.tree(), "/id")
                .filter(BazaarReturns::isId)
                .orElse("none-" + json.tree().hashCode());
        try {
            return new Item.Changed(mapped(id, json.tree(), raw));
        } catch (OutsideFault e) {
            return new Item.Unreadable(id, raw, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Item.Unreadable(id, raw, "the parts do not make a return");
        }
    }

    private static ChannelReturn mapped(String id, JsonNode json, RawDocument raw) {
        String term = required(json, "/status");
        if (json.path("items").isEmpty()) {
            throw StallJson.broken("no /items");
        }
        return ChannelReturn.builder()
                .externalId(id)
                .order(required(json, "/order"))
                .createdAt(Instant.parse(required(json, "/announced_at")))
                .term(term)
                .stage(STAGES.getOrDefault(term, Stage.UNKNOWN))
                .items(StreamSupport.stream(json.path("items").spliterator(), false)
                        .map(BazaarReturns::returned)
                        .toList())
                .trackingNumbers(text(json, "/parcel").stream().toList())
                .raw(raw)
                .build();
    }

    private static ChannelReturn.Item returned(JsonNode item) {
        if (!item.path("quantity").isInt() || item.path("quantity").asInt() < 1) {
            throw StallJson.broken("no /items/quantity");
        }
        return new ChannelReturn.Item(
                Optional.empty(),
                new LineId(required(item, "/line")),
                item.path("quantity").asInt(),
                text(item, "/reason"),
                Optional.empty());
    }

    @Override
    public Set<Verdict> supported() {
        return TERMS.keySet();
    }

    @Override
    public WriteAnswer decide(ReturnDecision decision) {
        String term = TERMS.get(decision.verdict());
        if (term == null || !isId(decision.returnId())) {
            return new WriteAnswer.Rejected("bazaar takes no such verdict, or has no such return");
        }
        if (find(decision) instanceof Lookup.Found) {
            return new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        return api.decide(decision.returnId(), Map.of("verdict", term)) instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }

    @Override
    public Lookup find(ReturnDecision decision) {
        return Optional.of(decision.returnId())
                .filter(BazaarReturns::isId)
                .flatMap(id -> api.aReturn(id).ifThere("bazaar return"))
                .flatMap(answer -> verdict(answer.tree()))
                .filter(verdict -> verdict.equals(TERMS.get(decision.verdict())))
                .map(there -> Lookup.found(decision.returnId()))
                .orElseGet(Lookup::absent);
    }

    /** Absent from a return that is not decided; an answer without an id is none about a return. */
    private static Optional<String> verdict(JsonNode json) {
        required(json, "/id");
        return text(json, "/verdict");
    }

    private static boolean isId(String id) {
        return id.matches("RT-\\d{1,9}");
    }
}
