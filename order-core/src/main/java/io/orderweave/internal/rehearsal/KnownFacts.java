package io.orderweave.internal.rehearsal;

import io.orderweave.id.EntryId;
import io.orderweave.internal.journal.RecordedEntry;
import io.orderweave.rule.FieldValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rules had from beside one order, for each step of its history with all that was decided upon it. Immutable. */
final class KnownFacts {

    private final Map<EntryId, Map<String, FieldValue>> facts = new HashMap<>();

    KnownFacts(List<Step> history) {
        Map<String, FieldValue> ofChange = new HashMap<>();
        for (Step step : history) {
            if (!step.isDecided()) {
                ofChange = new HashMap<>();
            }
            for (RecordedEntry entry : step.entries()) {
                ofChange.putAll(entry.entry().facts());
            }
            facts.put(step.id(), ofChange);
        }
    }

    /** What is known while the step and what follows from it are decided upon anew, by field. */
    Map<String, FieldValue> of(Step step) {
        return facts.getOrDefault(step.id(), Map.of());
    }
}
