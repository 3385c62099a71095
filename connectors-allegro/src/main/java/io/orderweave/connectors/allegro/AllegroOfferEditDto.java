package io.orderweave.connectors.allegro;

/** An edit of one offer; only what is to be changed, since Allegro takes null for a wish. */
record AllegroOfferEditDto(Stock stock) {

    record Stock(int available) {}

    static AllegroOfferEditDto stock(int available) {
        return new AllegroOfferEditDto(new Stock(available));
    }
}
