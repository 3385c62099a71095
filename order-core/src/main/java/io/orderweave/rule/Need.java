package io.orderweave.rule;

import io.orderweave.document.DocumentEvent;
import io.orderweave.event.EventName;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.shipment.ShipmentEvent;
import java.util.List;
import java.util.stream.Stream;

/** What an action takes from the event that triggers its rule. */
public enum Need {
    /** The payment that came in. */
    PAYMENT(PaymentEvent.PaymentReceived.NAME),
    /** The document whose PDF is there. */
    RENDERED_DOCUMENT(DocumentEvent.DocumentRendered.NAME),
    /** The shipment that moved. */
    SHIPMENT(ShipmentEvent.ShipmentCreated.NAME, ShipmentEvent.LabelStored.NAME, ShipmentEvent.TrackingChanged.NAME);

    private final List<String> events;

    Need(EventName... events) {
        this.events = Stream.of(events).map(EventName::name).toList();
    }

    /** The events that bring it, by name without version. */
    public List<String> events() {
        return events;
    }

    /** Whether every event of the trigger brings it. */
    public boolean isServedBy(Trigger trigger) {
        return events.containsAll(trigger.events());
    }
}
