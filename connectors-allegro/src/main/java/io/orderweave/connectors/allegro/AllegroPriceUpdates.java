package io.orderweave.connectors.allegro;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.connectors.allegro.AllegroOfferCommand.Kind;
import io.orderweave.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sets prices: those of one amount and one marketplace by one command. Without a storefront it is the offer's base marketplace. */
final class AllegroPriceUpdates implements PriceUpdates {

    /** More are answered with a confusing 422. */
    private static final int MOST_DECIMALS = 2;

    private final AllegroOfferCommands commands;

    AllegroPriceUpdates(AllegroOfferCommands commands) {
        this.commands = commands;
    }

    @Override
    public int batchSize() {
        return AllegroOfferCommand.BATCH;
    }

    @Override
    public BatchAnswer update(String key, List<OfferPrice> prices) {
        AllegroOfferAnswers answers = unfit(prices);
        commands(key, prices).forEach(command -> commands.give(command, answers));
        return answers.toBatchAnswer(key);
    }

    @Override
    public BatchAnswer resume(String handle, List<OfferPrice> prices) {
        AllegroOfferAnswers answers = unfit(prices);
        commands(handle, prices).forEach(command -> commands.follow(command, answers));
        return answers.toBatchAnswer(handle);
    }

    private static AllegroOfferAnswers unfit(List<OfferPrice> prices) {
        AllegroOfferAnswers answers = new AllegroOfferAnswers();
        prices.stream()
                .filter(price -> !fits(price))
                .forEach(price -> answers.put(
                        price.offer(),
                        new WriteAnswer.Rejected("Allegro takes prices of two decimals, not " + price.price())));
        return answers;
    }

    private static List<AllegroOfferCommand> commands(String key, List<OfferPrice> prices) {
        Map<Target, List<OfferRef>> offers = prices.stream()
                .filter(AllegroPriceUpdates::fits)
                .collect(Collectors.groupingBy(
                        price -> new Target(price.price(), price.offer().storefront()),
                        LinkedHashMap::new,
                        Collectors.mapping(OfferPrice::offer, Collectors.toList())));
        return offers.entrySet().stream()
                .map(target -> command(key, target.getKey(), target.getValue()))
                .toList();
    }

    private static AllegroOfferCommand command(String key, Target target, List<OfferRef> offers) {
        Optional<String> marketplace = target.storefront().map(Storefront::value);
        Price price = new Price(
                target.price().amount().toPlainString(),
                target.price().currency().getCurrencyCode());
        return new AllegroOfferCommand(
                Kind.PRICE,
                AllegroOfferCommand.id(key, "price/" + target.price() + "/" + marketplace.orElse("base")),
                AllegroOfferCommandDto.fixedPrice(price, marketplace.orElse(null), AllegroOfferCommand.ids(offers)),
                offers);
    }

    private static boolean fits(OfferPrice price) {
        return price.price().amount().scale() <= MOST_DECIMALS;
    }

    private record Target(Money price, Optional<Storefront> storefront) {}
}
