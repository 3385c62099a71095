package io.orderweave.crash.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the judge looks at when a story has ended. Immutable.
 *
 * @param sales every order the marketplace has; those that went into a joint payment are not among them
 * @param vanished the ids of those that did
 * @param parcels how many live parcels the couriers have, by the shop's reference
 * @param book every order of the book
 * @param quarantined ids of orders that could not be read
 * @param unfinished effects that are neither done nor cancelled, a sentence each
 * @param doubts how many effects were in doubt
 */
public record Evidence(
        List<Sale> sales,
        Set<String> vanished,
        Map<String, Integer> parcels,
        List<BookedOrder> book,
        Set<String> quarantined,
        List<String> unfinished,
        Doubts doubts) {

    public Evidence {
        sales = List.copyOf(sales);
        vanished = Set.copyOf(vanished);
        parcels = Map.copyOf(parcels);
        book = List.copyOf(book);
        quarantined = Set.copyOf(quarantined);
        unfinished = List.copyOf(unfinished);
    }
}
