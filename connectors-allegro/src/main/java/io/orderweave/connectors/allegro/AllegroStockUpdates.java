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
 * Sets levels of stock, equal ones by one command, as FIXED: a level told again does no harm, while GAIN would count twice. A
 * command takes no 0; Allegro knows no offers without stock, so the offers are ended. They are not activated again by a level above
 * 0: the seller may have ended one on purpose.
 */
final class AllegroStockUpdates implements StockUpdates {

    private final AllegroOfferCommands commands;

    AllegroStockUpdates(AllegroOfferCommands commands) {
        this.commands = commands;
    }

    @Override
    public int batchSize() {
        return AllegroOfferCommand.BATCH;
    }

    @Override
    public BatchAnswer update(String key, List<StockLevel> levels) {
        return commands.give(key, commands(key, levels), Map.of());
    }

    @Override
    public BatchAnswer resume(String handle, List<StockLevel> levels) {
        return commands.follow(handle, commands(handle, levels), Map.of());
    }

    private static List<AllegroOfferCommand> commands(String key, List<StockLevel> levels) {
        Map<Integer, List<OfferRef>> offers = levels.stream()
                .collect(Collectors.groupingBy(
                        StockLevel::available,
                        TreeMap::new,
                        Collectors.mapping(StockLevel::offer, Collectors.toList())));
        return offers.entrySet().stream()
                .map(level -> command(key, level.getKey(), level.getValue()))
                .toList();
    }

    private static AllegroOfferCommand command(String key, int available, List<OfferRef> offers) {
        List<String> ids = offers.stream().map(OfferRef::id).distinct().toList();
        return available == 0
                ? new AllegroOfferCommand(
                        Kind.END, AllegroOfferCommand.id(key, "end"), AllegroOfferCommandDto.end(ids), offers)
                : new AllegroOfferCommand(
                        Kind.QUANTITY,
                        AllegroOfferCommand.id(key, "quantity/" + available),
                        AllegroOfferCommandDto.fixedQuantity(available, ids),
                        offers);
    }
}
