package io.orderweave.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Origin;
import io.orderweave.event.Actor;
import java.util.Optional;

/**
 * The JSON of a journal entry.
 *
 * @param schema shape of the record that the difference is of; all up to the next snapshot are of one
 * @param difference as {@link io.orderweave.internal.json.JsonDifference}, or the whole record in a snapshot
 * @param mappings version of the mappings by which it came about; empty where none acted
 * @param facts what rules had from beside the subject, as {@link RecordedFacts}; empty when they had nothing
 */
record EntryContent(
        Actor actor,
        Origin origin,
        JsonNode event,
        int schema,
        JsonNode difference,
        Optional<Integer> mappings,
        Optional<JsonNode> facts) {

    EntryContent {
        // An absent part reads as a null node.
        facts = facts.filter(JsonNode::isObject);
    }
}
