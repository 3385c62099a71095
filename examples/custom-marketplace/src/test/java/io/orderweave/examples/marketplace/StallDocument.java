package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Something that Stall lists by its last change: its document, and when that changed last. */
class StallDocument {

    final ObjectNode document;
    long changedAt;

    StallDocument(ObjectNode document) {
        this.document = document;
    }

    /**
     * A page of what changed after the cursor, each once, in the order of the last change.
     *
     * @param name of the list
     * @param after the cursor; less than 0 for the beginning
     */
    static ObjectNode page(String name, Collection<? extends StallDocument> all, long after, int limit) {
        List<? extends StallDocument> later = all.stream()
                .filter(one -> one.changedAt > after)
                .sorted(Comparator.comparingLong(one -> one.changedAt))
                .toList();
        List<? extends StallDocument> page = later.subList(0, Math.min(limit, later.size()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray(name).addAll(page.stream().map(one -> one.document).toList());
        long cursor = page.isEmpty() ? Math.max(after, 0) : page.get(page.size() - 1).changedAt;
        return answer.put("cursor", String.valueOf(cursor)).put("more", page.size() < later.size());
    }
}
