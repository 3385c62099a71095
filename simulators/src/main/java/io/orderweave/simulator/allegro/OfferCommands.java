package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.internal.Answer;
import java.util.Optional;
import java.util.Set;

/** Commands over many offers: what they may say, and what each does to one offer. */
final class OfferCommands {

    static final String QUANTITY = "offer-quantity-change-commands";
    static final String PRICE = "offer-price-change-commands";
    static final String PUBLICATION = "offer-publication-commands";
    static final Set<String> KINDS = Set.of(QUANTITY, PRICE, PUBLICATION);

    private static final int MOST_OFFERS = 1000;

    private final OfferChanges changes;

    OfferCommands(OfferChanges changes) {
        this.changes = changes;
    }

    /** Why the command is refused as a whole; empty when it is registered. */
    static Optional<Answer> wrong(OfferCommand command) {
        if (command.offers.isEmpty() || command.offers.size() > MOST_OFFERS) {
            return Optional.of(AllegroErrors.error(422, "OfferCriteriaInvalid", "1 to 1000 offers", "offerCriteria"));
        }
        return switch (command.kind) {
            case QUANTITY -> wrongQuantity(command.wanted.path("modification"));
            case PRICE -> wrongPrice(command.wanted.path("modification"));
            default -> wrongPublication(command.wanted.path("publication"));
        };
    }

    /** Does to one offer what the command wants; answers the error code, empty when all went well. */
    String apply(AllegroState state, OfferCommand command, Offer offer) {
        JsonNode modification = command.wanted.path("modification");
        return switch (command.kind) {
            case QUANTITY -> quantity(state, offer, modification);
            case PRICE -> price(state, offer, modification);
            default ->
                publish(state, offer, command.wanted.at("/publication/action").asText());
        };
    }

    private String quantity(AllegroState state, Offer offer, JsonNode modification) {
        int value = modification.path("value").intValue();
        int wanted = modification.path("changeType").asText().equals("GAIN") ? offer.available() + value : value;
        if (wanted < 0) {
            return "QuantityNegative";
        }
        offer.stockWrites.add(wanted);
        changes.stock(state, offer, wanted);
        return "";
    }

    private String price(AllegroState state, Offer offer, JsonNode modification) {
        String base = offer.baseMarketplace();
        String marketplace = modification.path("marketplaceId").asText(base);
        JsonNode place = marketplace.equals(base)
                ? offer.document
                : offer.document.path("additionalMarketplaces").path(marketplace);
        JsonNode currency = place.at("/sellingMode/price/currency");
        if (currency.isMissingNode()) {
            return "MarketplaceNotEnabled";
        }
        if (!currency.equals(modification.at("/price/currency"))) {
            return "CurrencyMismatch";
        }
        changes.price(state, offer, marketplace, modification.path("price"));
        return "";
    }

    /** That an offer which is ended cannot be ended again is UNCONFIRMED. */
    private String publish(AllegroState state, Offer offer, String action) {
        String status = action.equals("END") ? Offer.ENDED : Offer.ACTIVE;
        if (offer.status().equals(status)) {
            return "PublicationStatusInvalid";
        }
        if (status.equals(Offer.ACTIVE) && offer.available() == 0) {
            return "EmptyStock";
        }
        changes.publish(state, offer, status);
        return "";
    }

    private static Optional<Answer> wrongQuantity(JsonNode modification) {
        String type = modification.path("changeType").asText();
        boolean known = type.equals("FIXED") || type.equals("GAIN");
        if (!known || !modification.path("value").isInt()) {
            return Optional.of(AllegroErrors.error(
                    422, "ModificationInvalid", "changeType FIXED or GAIN, and a value", "modification"));
        }
        return type.equals("FIXED") && modification.path("value").intValue() < 1
                ? Optional.of(AllegroErrors.error(422, "QuantityInvalid", "More than zero", "modification.value"))
                : Optional.empty();
    }

    private static Optional<Answer> wrongPrice(JsonNode modification) {
        boolean amount = modification.at("/price/amount").asText().matches("\\d{1,9}(\\.\\d{1,2})?");
        return modification.path("type").asText().equals("FIXED_PRICE") && amount
                ? Optional.empty()
                : Optional.of(AllegroErrors.error(
                        422, "ModificationInvalid", "FIXED_PRICE with two decimals", "modification"));
    }

    private static Optional<Answer> wrongPublication(JsonNode publication) {
        return Set.of("ACTIVATE", "END").contains(publication.path("action").asText())
                ? Optional.empty()
                : Optional.of(AllegroErrors.error(422, "ActionInvalid", "ACTIVATE or END", "publication.action"));
    }
}
