package io.orderweave.rule;

import io.orderweave.id.StatusId;
import io.orderweave.order.OrderStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds what is wrong with the moment at which a rule is to be looked at. */
record TriggerVerifier(Abilities hub) {

    List<String> problems(Trigger trigger) {
        List<String> problems = new ArrayList<>();
        if (trigger instanceof Trigger.OnEvent on && !hub.events().contains(on.event())) {
            problems.add("no event " + trigger + "; there are "
                    + hub.events().stream().sorted().toList());
        }
        if (trigger instanceof Trigger.StatusEntered entered) {
            known(problems, entered.status());
        }
        if (trigger instanceof Trigger.StatusLeft left) {
            known(problems, left.status());
        }
        if (trigger instanceof Trigger.TimeInStatus time) {
            known(problems, time.status());
            positive(problems, trigger, time.duration());
        }
        if (trigger instanceof Trigger.PaymentOverdue overdue) {
            positive(problems, trigger, overdue.after());
        }
        return problems;
    }

    private void known(List<String> problems, StatusId status) {
        if (hub.statuses().find(status).isEmpty()) {
            problems.add("it listens to status " + status + ", which is not in the catalogue; there are "
                    + hub.statuses().statuses().stream()
                            .map(OrderStatus::id)
                            .map(Objects::toString)
                            .toList());
        }
    }

    private static void positive(List<String> problems, Trigger trigger, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            problems.add("trigger " + trigger + " must wait for a positive time");
        }
    }
}
