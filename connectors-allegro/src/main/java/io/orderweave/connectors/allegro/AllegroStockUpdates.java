package io.orderweave.connectors.allegro;

import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.StockUpdates;
import io.orderweave.connectors.allegro.AllegroOfferCommand.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sets levels of stock, equal ones by one command, as FIXED: a level told again does no harm, while GAIN would count twice. Level 0
 * ends the offer. A level above 0 brings back an offer that ended for want of stock, and no other: the seller may have ended it on
 * purpose.
 */
final class AllegroStockUpdates implements StockUpdates {

    private final AllegroOfferCommands commands;
    private final AllegroSoldOutOffers soldOut;

    AllegroStockUpdates(AllegroOfferCommands commands, AllegroSoldOutOffers soldOut) {
        this.commands = commands;
        this.soldOut = soldOut;
    }

    @Override
    public int batchSize() {
        return AllegroOfferCommand.BATCH;
    }

    @Override
    public BatchAnswer update(String key, List<StockLevel> levels) {
        AllegroOfferAnswers answers = new AllegroOfferAnswers();
        commands(key, levels).forEach(command -> commands.give(command, answers));
        soldOut.empty(without(levels), answers);
        return answers.toBatchAnswer(key);
    }

    @Override
    public BatchAnswer resume(String handle, List<StockLevel> levels) {
        AllegroOfferAnswers answers = new AllegroOfferAnswers();
        commands(handle, levels).forEach(command -> commands.follow(command, answers));
        soldOut.follow(without(levels), answers);
        if (!answers.isUnderway()) {
            bringBack(handle, answers.applied(with(levels)), answers);
        }
        return answers.toBatchAnswer(handle);
    }

    /** Only now that they have stock: Allegro activates no offer without. */
    private void bringBack(String key, List<OfferRef> restocked, AllegroOfferAnswers answers) {
        List<OfferRef> ended = soldOut.endedForWantOfStock(restocked);
        if (!ended.isEmpty()) {
            List<String> ids = AllegroOfferCommand.ids(ended);
            commands.follow(
                    new AllegroOfferCommand(
                            Kind.PUBLICATION,
                            AllegroOfferCommand.id(key, "activate/" + String.join(",", ids)),
                            AllegroOfferCommandDto.activate(ids),
                            ended),
                    answers);
        }
    }

    private static List<AllegroOfferCommand> commands(String key, List<StockLevel> levels) {
        Map<Integer, List<OfferRef>> offers = levels.stream()
                .filter(level -> level.available() > 0)
                .collect(Collectors.groupingBy(
                        StockLevel::available,
                        TreeMap::new,
                        Collectors.mapping(StockLevel::offer, Collectors.toList())));
        return offers.entrySet().stream()
                .map(level -> new AllegroOfferCommand(
                        Kind.QUANTITY,
                        AllegroOfferCommand.id(key, "quantity/" + level.getKey()),
                        AllegroOfferCommandDto.fixedQuantity(level.getKey(), AllegroOfferCommand.ids(level.getValue())),
                        level.getValue()))
                .toList();
    }

    private static List<OfferRef> with(List<StockLevel> levels) {
        return levels.stream()
                .filter(level -> level.available() > 0)
                .map(StockLevel::offer)
                .toList();
    }

    private static List<OfferRef> without(List<StockLevel> levels) {
        return levels.stream()
                .filter(level -> level.available() == 0)
                .map(StockLevel::offer)
                .toList();
    }
}
