package io.orderweave.examples.marketplace;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.StockUpdates;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets levels of stock: Bazaar takes a batch and tells later what became of each. */
final class BazaarStock implements StockUpdates {

    static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private static final Duration GIVE_UP = Duration.ofHours(1);

    private final BazaarApi api;

    BazaarStock(BazaarApi api) {
        this.api = api;
    }

    @Override
    public int batchSize() {
        return 25;
    }

    @Override
    public BatchAnswer update(String key, List<StockLevel> levels) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        levels.forEach(level -> wanted.put(level.offer().id(), level.available()));
        return api.putStock(key, wanted) instanceof Reply.Refused<NoBody> refused
                ? allRejected(levels, refused.reason())
                : new BatchAnswer.Accepted(key, LOOK_AGAIN, GIVE_UP);
    }

    @Override
    public BatchAnswer resume(String handle, List<StockLevel> levels) {
        Reply<RawJson> reply = api.stock(handle);
        if (reply instanceof Reply.Refused<RawJson>) {
            return update(handle, levels);
        }
        RawJson report = ((Reply.Done<RawJson>) reply).body();
        if (!report.tree().path("done").asBoolean()) {
            return new BatchAnswer.Accepted(handle, LOOK_AGAIN, GIVE_UP);
        }
        Map<OfferRef, WriteAnswer> answers = new HashMap<>();
        for (StockLevel level : levels) {
            boolean set = report.tree().path("set").path(level.offer().id()).asBoolean();
            answers.put(level.offer(), set ? WriteAnswer.applied() : new WriteAnswer.Rejected("no such offer"));
        }
        return new BatchAnswer.Finished(answers);
    }

    static BatchAnswer allRejected(List<StockLevel> levels, String reason) {
        Map<OfferRef, WriteAnswer> answers = new HashMap<>();
        levels.forEach(level -> answers.put(level.offer(), new WriteAnswer.Rejected(reason)));
        return new BatchAnswer.Finished(answers);
    }
}
