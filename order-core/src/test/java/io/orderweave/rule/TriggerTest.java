package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.DocumentKind;
import io.orderweave.id.StatusId;
import io.orderweave.order.Axes;
import io.orderweave.order.Note;
import io.orderweave.shipment.Milestone;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every trigger is data: an event's name, or an object that says more about it. */
class TriggerTest {

    private static final List<Trigger> EVERY = List.of(
            Trigger.on("order.confirmed"),
            new Trigger.StatusEntered(new StatusId("packing")),
            new Trigger.StatusLeft(new StatusId("packing")),
            new Trigger.TimeInStatus(new StatusId("packing"), Duration.ofDays(2)),
            new Trigger.ChannelChanged("delivery"),
            new Trigger.TagAdded("vip"),
            new Trigger.NoteAdded(Note.Audience.INTERNAL),
            new Trigger.PaymentReceived(Axes.PaymentState.PARTIALLY_PAID),
            new Trigger.PaymentOverdue(Duration.ofDays(7)),
            new Trigger.DocumentIssued(DocumentKind.INVOICE),
            new Trigger.DocumentDue(DocumentKind.PROFORMA, Duration.ofDays(-1)),
            new Trigger.ShipmentMilestone(Milestone.DELIVERED),
            new Trigger.TimerElapsed("remind"),
            new Trigger.Manual("print-label"));

    @Test
    void everyKindIsHere() {
        assertThat(EVERY.stream().<Class<?>>map(Trigger::getClass))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Trigger.class.getPermittedSubclasses())
                        .<Class<?>>map(type -> type)
                        .toList());
    }

    @Test
    void isReadBackAsItWasWritten() {
        for (Trigger trigger : EVERY) {
            RuleSet rules = RuleSet.of(1, TestShop.rule("r", trigger, new Action.AddTag("x")));

            assertThat(RuleSets.parse(RuleSets.write(rules))).isEqualTo(rules);
        }
    }

    @Test
    void isWrittenAsShopsReadIt() {
        String json = "{\"version\": 1, \"rules\": ["
                + rule("a", "\"order.confirmed\"")
                + ","
                + rule("b", "{\"event\": \"status.entered\", \"status\": \"packing\"}")
                + ","
                + rule("c", "{\"event\": \"time-in-status\", \"status\": \"new\", \"for\": \"P2D\"}")
                + ","
                + rule("d", "{\"event\": \"manual\", \"name\": \"print-label\"}")
                + "]}";

        assertThat(RuleSets.parse(json).rules())
                .extracting(Rule::trigger)
                .containsExactly(
                        Trigger.on("order.confirmed"),
                        new Trigger.StatusEntered(new StatusId("packing")),
                        new Trigger.TimeInStatus(new StatusId("new"), Duration.ofDays(2)),
                        new Trigger.Manual("print-label"));
    }

    private static String rule(String id, String on) {
        return "{\"id\": \"" + id + "\", \"on\": " + on + ", \"then\": [{\"do\": \"add-tag\", \"tag\": \"x\"}]}";
    }
}
