package io.orderweave.internal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.document.Document;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.id.DocumentId;
import io.orderweave.internal.journal.RecordedEntry;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.privacy.PersonalData;
import io.orderweave.journal.Rehearsal.Change;
import io.orderweave.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares the ledger on paper with the recorded one, by key. */
final class Differences {

    private final OrderRehearsal rehearsal;
    private final Terms terms;
    private final Records records;

    Differences(OrderRehearsal rehearsal, Terms terms, Records records) {
        this.rehearsal = rehearsal;
        this.terms = terms;
        this.records = records;
    }

    List<Difference> all() {
        Map<EffectKey, Effect> recorded = recorded();
        List<Difference> differences = new ArrayList<>();
        for (PaperEffect paper : rehearsal.book().ledger().effects()) {
            Effect known = recorded.remove(paper.key());
            if (!paper.rehearsed() || paper.state() == EffectState.CANCELLED) {
                continue;
            }
            if (known == null) {
                differences.add(new Difference(paper.key(), Change.ADDED, amount(paper)));
            } else if (!isSame(Recorded.wish(known), paper.wish())) {
                differences.add(new Difference(paper.key(), Change.CHANGED, Optional.empty()));
            }
        }
        recorded.values().stream()
                .filter(effect -> effect.state() != EffectState.CANCELLED)
                .forEach(effect -> differences.add(new Difference(effect.key(), Change.REMOVED, amount(effect))));
        differences.sort(Comparator.comparing(difference -> difference.effect().toString()));
        return differences;
    }

    /** The recorded effects that began in the time that is rehearsed. */
    private Map<EffectKey, Effect> recorded() {
        Map<EffectKey, Effect> effects = new LinkedHashMap<>();
        for (Step step : rehearsal.history()) {
            if (!step.at().isBefore(terms.from())) {
                for (RecordedEntry entry : step.entries()) {
                    rehearsal
                            .recorded()
                            .begunBy(entry.entry().id())
                            .forEach(effect -> effects.put(effect.key(), effect));
                }
            }
        }
        return effects;
    }

    private static boolean isSame(PlannedEffect recorded, PlannedEffect rehearsed) {
        boolean sameTime = !recorded.key().kind().equals(EffectKind.TIMER)
                || recorded.notBefore().isEmpty()
                || recorded.notBefore().equals(rehearsed.notBefore());
        return sameTime
                && recorded.connection().equals(rehearsed.connection())
                && isSame(recorded.payload(), rehearsed.payload());
    }

    /** As they would be stored: in memory a number may be of another width. */
    private static boolean isSame(JsonNode recorded, JsonNode rehearsed) {
        return recorded.equals(rehearsed) || agrees(recorded, Json.tree(Json.bytes(rehearsed)));
    }

    /** What is erased may have been anything. */
    private static boolean agrees(JsonNode recorded, JsonNode rehearsed) {
        if (!recorded.isContainerNode()) {
            return recorded.equals(rehearsed) || PersonalData.isErased(recorded);
        }
        if (recorded.getNodeType() != rehearsed.getNodeType() || recorded.size() != rehearsed.size()) {
            return false;
        }
        return recorded.isArray()
                ? IntStream.range(0, recorded.size()).allMatch(i -> agrees(recorded.get(i), rehearsed.get(i)))
                : recorded.properties().stream()
                        .allMatch(part -> agrees(part.getValue(), rehearsed.path(part.getKey())));
    }

    private Optional<Money> amount(Effect effect) {
        return effect.reference()
                .filter(reference -> isFiscal(effect.key()))
                .flatMap(reference -> records.document(new DocumentId(reference)))
                .map(Document::total);
    }

    private Optional<Money> amount(PaperEffect effect) {
        return isFiscal(effect.key())
                ? rehearsal.book().documents().issuedBy(effect.key()).map(Document::total)
                : Optional.empty();
    }

    private static boolean isFiscal(EffectKey key) {
        return key.kind().equals(EffectKind.INVOICE);
    }
}
