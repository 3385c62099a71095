package io.orderweave.tck.channel;

/** What channels do now and then. A {@link ChannelServer} declares which of them its channel can do and plays them on demand. */
public enum Scenario {
    /** The order's document cannot be read as an order: a price is no number, say. Every channel can send such a one. */
    POISON_ORDER,
    /** The order's status is a word that no documentation knows. */
    UNKNOWN_STATUS,
    /** The total that the channel says, where it says one, is not that of its parts. */
    WRONG_TOTAL,
    /** The channel no longer has the order under its id. */
    ORDER_VANISHES,
    /** The channel cancels the order. */
    ORDER_CANCELLED,
    /** The feed names the order again although nothing changed. */
    NAMED_TWICE,
    /** The channel forgets how far its feed was read; the order is changed after that. */
    CURSOR_FORGOTTEN,
    /** The access token stops to serve before its time; the connector can get another. */
    ACCESS_EXPIRES,
    /** The account's credentials are taken back for good. */
    ACCESS_REVOKED
}
