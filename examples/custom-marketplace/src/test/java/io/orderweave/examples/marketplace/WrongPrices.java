package io.orderweave.examples.marketplace;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.error.FaultCategory;
import io.orderweave.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Updates of prices that tell another price, or tell wrong what became of it. */
final class WrongPrices {

    private WrongPrices() {}

    static List<WrongConnector> all() {
        return List.of(
                pricing(
                        "rounded",
                        "a price is rounded to whole cents",
                        price -> money(price, price.amount().setScale(2, RoundingMode.HALF_UP))),
                pricing(
                        "any currency",
                        "a price is sent whatever its currency",
                        price -> Money.of(price.amount().toPlainString(), "EUR")),
                pricing(
                        "without cents",
                        "cents are left out",
                        price -> money(price, price.amount().setScale(0, RoundingMode.DOWN))),
                wrong("no answer, no price", "a batch without an answer counts as refused", right -> prices -> {
                    try {
                        return right.update("key", prices);
                    } catch (OutsideFault fault) {
                        return new BatchAnswer.Finished(prices.stream()
                                .collect(Collectors.toMap(
                                        OfferPrice::offer, price -> new WriteAnswer.Rejected("no answer"))));
                    }
                }),
                wrong("refusal for all", "a refused offer is a fault of the whole batch", right -> prices -> {
                    BatchAnswer answer = right.update("key", prices);
                    if (answer instanceof BatchAnswer.Finished finished
                            && finished.items().values().stream().anyMatch(WriteAnswer.Rejected.class::isInstance)) {
                        throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, "bazaar refused an offer")
                                .build();
                    }
                    return answer;
                }),
                wrong(
                        "last of the batch",
                        "only the last price is sent, and all are told to be set",
                        right -> prices -> {
                            right.update("key", prices.subList(prices.size() - 1, prices.size()));
                            return new BatchAnswer.Finished(prices.stream()
                                    .collect(Collectors.toMap(OfferPrice::offer, price -> WriteAnswer.applied())));
                        }));
    }

    private static WrongConnector pricing(String name, String does, UnaryOperator<Money> fault) {
        return wrong(
                name,
                does,
                right -> prices -> right.update(
                        "key",
                        prices.stream()
                                .map(price -> new OfferPrice(price.offer(), fault.apply(price.price())))
                                .toList()));
    }

    private static WrongConnector wrong(
            String name, String does, Function<PriceUpdates, Function<List<OfferPrice>, BatchAnswer>> fault) {
        return new WrongConnector(name, does, Groups.PRICES, parts -> {
            ChannelConnector right = parts.bazaar();
            PriceUpdates prices = right.priceUpdates().orElseThrow();
            PriceUpdates wrong = new Wrong(prices, fault.apply(prices));
            return new ForwardingConnector(right) {
                @Override
                public Optional<PriceUpdates> priceUpdates() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    /** Updates as it is told to. */
    private record Wrong(PriceUpdates right, Function<List<OfferPrice>, BatchAnswer> updating) implements PriceUpdates {

        @Override
        public int batchSize() {
            return right.batchSize();
        }

        @Override
        public BatchAnswer update(String key, List<OfferPrice> prices) {
            return updating.apply(prices);
        }

        @Override
        public BatchAnswer resume(String handle, List<OfferPrice> prices) {
            return right.resume(handle, prices);
        }
    }

    private static Money money(Money price, BigDecimal amount) {
        return Money.of(amount, price.currency());
    }
}
