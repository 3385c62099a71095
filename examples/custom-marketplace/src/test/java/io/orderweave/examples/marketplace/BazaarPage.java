package io.orderweave.examples.marketplace;

import io.orderweave.connection.Checkpoint;
import io.orderweave.http.RawJson;

/** A page of one of Bazaar's lists. */
final class BazaarPage {

    private BazaarPage() {}

    /** The page, if it is one: an answer without the list is not an answer without elements. */
    static RawJson checked(RawJson page, String list) {
        if (!page.tree().path(list).isArray()
                || !page.tree().path("cursor").asText().matches("\\d{1,18}")) {
            throw StallJson.broken("no " + list);
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
