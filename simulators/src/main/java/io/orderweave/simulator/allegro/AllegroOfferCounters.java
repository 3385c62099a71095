package io.orderweave.simulator.allegro;

import java.util.List;

/**
 * What became of one offer. Immutable.
 *
 * @param status {@code ACTIVE}, {@code ENDED}, ...
 * @param available pieces
 * @param stockWrites every stock that an application set, in order
 * @param priceWrites every price that an application set, in order, as {@code allegro-pl 12.50 PLN}
 */
public record AllegroOfferCounters(
        String offerId, String status, int available, List<Integer> stockWrites, List<String> priceWrites) {

    public AllegroOfferCounters {
        stockWrites = List.copyOf(stockWrites);
        priceWrites = List.copyOf(priceWrites);
    }
}
