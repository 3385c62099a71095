package io.orderweave.simulator.allegro;

/** How the journal treats the event of a step; the real one does all of these now and then. */
public enum AllegroEventDelivery {
    /** One event, after those before it. */
    ONCE,
    /** No event: only the order list shows the change. */
    LOST,
    /** Two events. */
    TWICE,
    /** One event whose id is lower than all others of its form, so it is read first, or not at all by who has passed it. */
    OUT_OF_ORDER
}
