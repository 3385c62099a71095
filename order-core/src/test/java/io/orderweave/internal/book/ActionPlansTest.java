package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.id.EntryId;
import io.orderweave.id.ShipmentId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.Action;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.TestOrders;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionPlansTest {

    private static final ShipmentId SHIPMENT = new ShipmentId("s1");

    private final Order order = TestOrders.rich();

    @Test
    void trackingIsPublishedUnderItsNumberWhicheverShipmentEventAsks() {
        String key = "order/rich/tracking/T1";

        assertThat(publish(new ShipmentEvent.ShipmentCreated(SHIPMENT, "T1"))).contains(key);
        assertThat(publish(new ShipmentEvent.LabelStored(SHIPMENT, "T1"))).contains(key);
        assertThat(publish(new ShipmentEvent.TrackingChanged(
                        SHIPMENT, "T1", TrackingStatus.ANNOUNCED, TrackingStatus.PICKED_UP)))
                .contains(key);
    }

    @Test
    void anEventAboutNoShipmentAndNoDocumentPlansNothing() {
        assertThat(publish(new OrderEvent.Placed())).isEmpty();
        assertThat(effect(new Action.UploadDocument(), new OrderEvent.Placed())).isEmpty();
    }

    @Test
    void anAdvanceIsIssuedOnAReceivedPaymentOnly() {
        Action.IssueDocument advance = new Action.IssueDocument(DocumentKind.ADVANCE, Optional.empty());

        assertThat(effect(advance, new OrderEvent.Placed())).isEmpty();
    }

    private Optional<String> publish(Event event) {
        return effect(new Action.PublishTracking(), event)
                .map(planned -> planned.key().toString());
    }

    private Optional<PlannedEffect> effect(Action.PlansOne action, Event event) {
        return ActionPlans.effect(action, order, event, Origin.of(new EntryId("e1")), TestOrders.NOON);
    }
}
