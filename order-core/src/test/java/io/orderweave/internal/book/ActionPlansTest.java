package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.ShipmentId;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.rule.Action;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.RuleSet;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.TestOrders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionPlansTest {

    private static final ShipmentId SHIPMENT = new ShipmentId("s1");

    private final Order order = TestOrders.rich();
    private final ActionPlans plans = new ActionPlans(
            Setup.builder()
                    .statuses(StatusCatalogue.standard())
                    .rules(RuleSet.EMPTY)
                    .build(),
            new Nothing(),
            TestOrders.NOON);

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
    void anAdvanceIsOfThePaymentTheEventIsAbout() {
        Action.PlansOne advance = new Action.IssueDocument(DocumentKind.ADVANCE, Optional.of(new SeriesId("special")));
        Event paid =
                new PaymentEvent.PaymentReceived(new PaymentId("p1"), Money.of("5.00", "PLN"), Payment.Source.BANK);

        assertThat(effect(advance, paid)).hasValueSatisfying(planned -> {
            assertThat(planned.key()).hasToString("order/rich/invoice/advance/p1");
            assertThat(planned.payload().get("series").asText()).isEqualTo("special");
        });
        assertThat(effect(advance, new OrderEvent.Placed())).isEmpty();
    }

    private Optional<String> publish(Event event) {
        return effect(new Action.PublishTracking(), event)
                .map(planned -> planned.key().toString());
    }

    private Optional<PlannedEffect> effect(Action.Plans action, Event event) {
        EntryId entry = new EntryId("e1");
        Origin origin = Origin.of(entry);
        return plans.effects(action, order, new Happening(entry, event, origin), origin.then("rule:r")).stream()
                .findFirst();
    }

    /** Nothing is beside the order. */
    private static final class Nothing implements Surroundings {

        @Override
        public String newId() {
            throw new AssertionError("planning needs no identity");
        }

        @Override
        public Optional<WorkingOrder> find(OrderId id) {
            return Optional.empty();
        }

        @Override
        public Map<String, FieldValue> factsOf(OrderId order, EntryId entry) {
            return Map.of();
        }

        @Override
        public void askFor(Order order, String field) {}

        @Override
        public DocumentChain documentsOf(OrderId order) {
            return new DocumentChain(List.of());
        }

        @Override
        public List<Shipment> shipmentsOf(OrderId order) {
            return List.of();
        }
    }
}
