package io.orderweave.internal.book;

import io.orderweave.event.Event;
import io.orderweave.internal.journal.JournalWriter;
import io.orderweave.order.Order;

/** An order on its way through a change, as deciding sees it. */
public interface WorkingOrder {

    /** The order as it is now. */
    Order now();

    /** The order is {@code after}; the next entry tells the difference. */
    void become(Order after);

    /** Notes an event after which the order is as it is now. */
    void enter(JournalWriter.Heading heading, Event event);
}
