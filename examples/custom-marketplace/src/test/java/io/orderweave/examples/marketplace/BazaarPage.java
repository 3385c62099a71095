package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Checkpoint;
import io.orderweave.http.RawJson;

/** A page of one of Bazaar's lists. */
final class BazaarPage {

    private BazaarPage() {}

    /** The list of an answer: one without it is not an answer without elements. */
    static JsonNode list(RawJson answer, String list) {
        JsonNode there = answer.tree().path(list);
        if (!there.isArray()) {
            throw StallJson.broken("no " + list);
        }
        return there;
    }

    /** The page, if it is one: with the list, and where to go on. */
    static RawJson checked(RawJson page, String list) {
        list(page, list);
        if (!page.tree().path("cursor").asText().matches("\\d{1,18}")) {
            throw StallJson.broken("no cursor");
        }
        return page;
    }

    static Checkpoint next(RawJson page) {
        return new Checkpoint(1, page.tree().path("cursor").asText());
    }

    static boolean more(RawJson page) {
        return page.tree().path("more").asBoolean();
    }
}
