package io.orderweave.connectors.kaufland;

/** What the seller says to the buyer. */
record KauflandMessageDto(String message) {

    @Override
    public String toString() {
        return "KauflandMessageDto";
    }
}
