package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connectors.allegro.AllegroOffersDto.Listed;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Offers without stock. Commands take no 0, so each is edited by itself, and Allegro ends it. Ending it by a command would end it
 * too, but leave its stock as it was, and Allegro would take it for ended by the seller, not for want of stock.
 */
final class AllegroSoldOutOffers {

    private static final int TAKEN = 202;
    private static final int BEING_EDITED = 409;
    private static final int LARGEST_PAGE = 1000;
    private static final String ENDED = "ENDED";
    private static final String EMPTY_STOCK = "EMPTY_STOCK";

    private final AllegroApi api;

    AllegroSoldOutOffers(AllegroApi api) {
        this.api = api;
    }

    /** Tells that there are none left. Telling it again does no harm. */
    void empty(List<OfferRef> offers, AllegroOfferAnswers answers) {
        for (OfferRef offer : offers) {
            Reply<RawJson> reply = api.editOffer(offer.id(), AllegroOfferEditDto.stock(0));
            if (reply.status() == TAKEN || reply.status() == BEING_EDITED) {
                answers.await(List.of(offer));
            } else if (reply instanceof Reply.Refused<RawJson> refused) {
                answers.put(offer, new WriteAnswer.Rejected(refused.reason()));
            } else {
                answers.put(offer, WriteAnswer.applied());
            }
        }
    }

    /** Asks whether there are none left, and tells it where there are. */
    void follow(List<OfferRef> offers, AllegroOfferAnswers answers) {
        Set<String> empty = listed(offers).stream()
                .filter(offer -> Integer.valueOf(0).equals(offer.available()))
                .flatMap(offer -> text(offer.id()).stream())
                .collect(Collectors.toSet());
        offers.stream()
                .filter(offer -> empty.contains(offer.id()))
                .forEach(offer -> answers.put(offer, WriteAnswer.applied()));
        empty(offers.stream().filter(offer -> !empty.contains(offer.id())).toList(), answers);
    }

    /** Those of the offers that ended for want of stock, and not because somebody wanted it. */
    List<OfferRef> endedForWantOfStock(List<OfferRef> offers) {
        Set<String> ended = listed(offers).stream()
                .filter(offer -> ENDED.equals(offer.status()))
                .flatMap(offer -> text(offer.id()).stream())
                .collect(Collectors.toSet());
        return offers.stream()
                .filter(offer -> ended.contains(offer.id()) && isEndedForWantOfStock(offer))
                .toList();
    }

    private boolean isEndedForWantOfStock(OfferRef offer) {
        return api.offer(offer.id()) instanceof Reply.Done<RawJson> done
                && done.body()
                        .tree()
                        .path("publication")
                        .path("endedBy")
                        .asText()
                        .equals(EMPTY_STOCK);
    }

    private List<Listed> listed(List<OfferRef> offers) {
        return offers.isEmpty()
                ? List.of()
                : all(api.offersOf(AllegroOfferCommand.ids(offers), LARGEST_PAGE)
                        .offers());
    }
}
