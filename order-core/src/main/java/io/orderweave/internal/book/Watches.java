package io.orderweave.internal.book;

import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.event.Event;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.PaymentTerms;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The stretches of time that rules in force wait for: only these have timers. Immutable once made. */
final class Watches {

    private final Map<StatusId, Set<Duration>> statuses = new HashMap<>();
    private final Set<Duration> payments = new TreeSet<>();
    private final Map<DocumentKind, Set<Duration>> documents = new EnumMap<>(DocumentKind.class);

    private Watches() {}

    static Watches of(RuleSet rules) {
        Watches watches = new Watches();
        rules.rules().stream().filter(Rule::enabled).map(Rule::trigger).forEach(watches::add);
        return watches;
    }

    private void add(Trigger trigger) {
        if (trigger instanceof Trigger.TimeInStatus time) {
            statuses.computeIfAbsent(time.status(), status -> new TreeSet<>()).add(time.duration());
        } else if (trigger instanceof Trigger.PaymentOverdue overdue) {
            payments.add(overdue.after());
        } else if (trigger instanceof Trigger.DocumentDue due) {
            documents.computeIfAbsent(due.kind(), kind -> new TreeSet<>()).add(due.after());
        }
    }

    /** What an event of an order sets going. */
    List<TimerIntent> begunBy(Event event, Order order) {
        if (entersStatus(event, order)) {
            return statuses.getOrDefault(order.status(), Set.of()).stream()
                    .<TimerIntent>map(duration -> new TimerIntent.InStatus(
                            order.status(), duration, order.statusSince().orElseThrow()))
                    .toList();
        }
        if (event instanceof OrderEvent.Confirmed
                && order.payment().timing() == PaymentTerms.Timing.PREPAID
                && order.openAmount().isPositive()) {
            return payments.stream().<TimerIntent>map(TimerIntent.Unpaid::new).toList();
        }
        if (event instanceof DocumentEvent.DocumentIssued issued) {
            return documents.getOrDefault(issued.kind(), Set.of()).stream()
                    .<TimerIntent>map(after -> new TimerIntent.Due(issued.document(), issued.kind(), after))
                    .toList();
        }
        return List.of();
    }

    /** A status that was left within the same change is not entered. */
    private static boolean entersStatus(Event event, Order order) {
        return event instanceof OrderEvent.StatusChanged changed
                ? changed.to().equals(order.status())
                : event instanceof OrderEvent.Imported || event instanceof OrderEvent.Placed;
    }
}
