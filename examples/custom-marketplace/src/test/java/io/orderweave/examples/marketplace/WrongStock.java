package io.orderweave.examples.marketplace;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.StockUpdates;
import io.orderweave.connector.StockUpdates.StockLevel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Updates of stock that lose levels, or tell wrong what became of them. */
final class WrongStock {

    private static final String SOME_KEY = "4f1c9d52-6f0e-4a76-9f6b-000000000000";

    private WrongStock() {}

    static List<WrongConnector> all() {
        return List.of(
                wrong(
                        "taken is set",
                        "a batch that was accepted counts as done",
                        right -> new Wrong(
                                right,
                                (key, levels) -> {
                                    right.update(key, levels);
                                    return all(levels, WriteAnswer.applied());
                                },
                                right::resume)),
                wrong(
                        "asked by sending",
                        "what was accepted is sent again instead of being asked for",
                        right -> new Wrong(right, right::update, (handle, levels) -> {
                            right.update(UUID.randomUUID().toString(), levels);
                            return right.resume(handle, levels);
                        })),
                wrong(
                        "handle in a field",
                        "the handle that is handed out is not the one that serves",
                        WrongStock::keepsTheHandle),
                wrong(
                        "one key for all",
                        "each batch has the same key",
                        right -> new Wrong(right, (key, levels) -> right.update(SOME_KEY, levels), right::resume)),
                ending(
                        "all or nothing",
                        "one refused offer refuses the batch",
                        answers -> answers.values().stream().anyMatch(WriteAnswer.Rejected.class::isInstance)
                                ? replaced(answers, new WriteAnswer.Rejected("the batch was refused"))
                                : answers),
                ending(
                        "nothing refused",
                        "an unknown offer counts as done",
                        answers -> replaced(answers, WriteAnswer.applied())),
                ending("silent about some", "what was refused is not told", answers -> {
                    Map<OfferRef, WriteAnswer> told = new HashMap<>(answers);
                    told.values().removeIf(WriteAnswer.Rejected.class::isInstance);
                    return told;
                }),
                wrong(
                        "first of the batch",
                        "only the first level is sent",
                        right -> new Wrong(
                                right, (key, levels) -> right.update(key, levels.subList(0, 1)), right::resume)),
                wrong("told once", "a level that was told before is not told again", WrongStock::remembers),
                wrong(
                        "sold out is nothing",
                        "a level of 0 is not told",
                        right -> new Wrong(
                                right,
                                (key, levels) -> levels.stream().allMatch(level -> level.available() == 0)
                                        ? all(levels, WriteAnswer.applied())
                                        : right.update(key, levels),
                                right::resume)));
    }

    private static WrongConnector wrong(String name, String does, UnaryOperator<StockUpdates> fault) {
        return new WrongConnector(name, does, Groups.STOCK, parts -> {
            ChannelConnector right = parts.bazaar();
            StockUpdates wrong = fault.apply(right.stockUpdates().orElseThrow());
            return new ForwardingConnector(right) {
                @Override
                public Optional<StockUpdates> stockUpdates() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    private static WrongConnector ending(String name, String does, UnaryOperator<Map<OfferRef, WriteAnswer>> fault) {
        return wrong(
                name,
                does,
                right -> new Wrong(
                        right,
                        right::update,
                        (handle, levels) -> right.resume(handle, levels) instanceof BatchAnswer.Finished finished
                                ? new BatchAnswer.Finished(fault.apply(finished.items()))
                                : right.resume(handle, levels)));
    }

    /** Updates and resumes as it is told to. */
    private record Wrong(
            StockUpdates right,
            BiFunction<String, List<StockLevel>, BatchAnswer> updating,
            BiFunction<String, List<StockLevel>, BatchAnswer> resuming)
            implements StockUpdates {

        @Override
        public int batchSize() {
            return right.batchSize();
        }

        @Override
        public BatchAnswer update(String key, List<StockLevel> levels) {
            return updating.apply(key, levels);
        }

        @Override
        public BatchAnswer resume(String handle, List<StockLevel> levels) {
            return resuming.apply(handle, levels);
        }
    }

    private static StockUpdates keepsTheHandle(StockUpdates right) {
        Deque<String> keys = new ArrayDeque<>();
        return new Wrong(
                right,
                (key, levels) -> {
                    keys.push(key);
                    return renamed(right.update(key, levels));
                },
                (handle, levels) -> keys.isEmpty()
                        ? all(levels, new WriteAnswer.Rejected("no such batch"))
                        : renamed(right.resume(keys.getFirst(), levels)));
    }

    private static StockUpdates remembers(StockUpdates right) {
        Set<StockLevel> told = new HashSet<>();
        return new Wrong(
                right,
                (key, levels) -> told.addAll(levels) ? right.update(key, levels) : all(levels, WriteAnswer.applied()),
                right::resume);
    }

    private static BatchAnswer renamed(BatchAnswer answer) {
        return answer instanceof BatchAnswer.Accepted accepted
                ? new BatchAnswer.Accepted("in my field", accepted.lookAgainAfter(), accepted.giveUpAfter())
                : answer;
    }

    private static BatchAnswer all(List<StockLevel> levels, WriteAnswer answer) {
        Map<OfferRef, WriteAnswer> answers = new HashMap<>();
        levels.forEach(level -> answers.put(level.offer(), answer));
        return new BatchAnswer.Finished(answers);
    }

    private static Map<OfferRef, WriteAnswer> replaced(Map<OfferRef, WriteAnswer> answers, WriteAnswer by) {
        Map<OfferRef, WriteAnswer> replaced = new HashMap<>();
        answers.keySet().forEach(offer -> replaced.put(offer, by));
        return replaced;
    }
}
