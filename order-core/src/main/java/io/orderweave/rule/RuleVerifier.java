package io.orderweave.rule;

import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.RuleId;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.shipment.ShipmentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is wrong with a rule set before it is used: names that do not exist, actions a trigger cannot serve.
 *
 * @param statuses the statuses rules may name
 * @param couriers the courier connections rules may name
 * @param events names of all events that can trigger a rule
 */
public record RuleVerifier(StatusCatalogue statuses, Set<ConnectionId> couriers, Set<String> events) {

    /** Every problem, each as one sentence that names the rule. */
    public List<String> problems(RuleSet rules) {
        List<String> problems = new ArrayList<>();
        for (RuleId id : rules.repeated()) {
            problems.add("rule " + id + " is there more than once");
        }
        for (Rule rule : rules.rules()) {
            List<String> own = new ArrayList<>();
            if (!events.contains(rule.trigger().event())) {
                own.add("no event " + rule.trigger() + "; there are "
                        + events.stream().sorted().toList());
            }
            own.addAll(rule.condition().problems());
            if (rule.actions().isEmpty()) {
                own.add("it has no action");
            }
            rule.actions().forEach(action -> own.addAll(problems(action, rule.trigger())));
            own.forEach(problem -> problems.add("rule " + rule.id() + ": " + problem));
        }
        return problems;
    }

    private List<String> problems(Action action, Trigger trigger) {
        List<String> problems = new ArrayList<>();
        if (action instanceof Action.SetStatus set
                && statuses.find(set.status()).isEmpty()) {
            problems.add("it sets status " + set.status() + ", which is not in the catalogue; there are "
                    + statuses.statuses().stream()
                            .map(status -> status.id().value())
                            .toList());
        }
        if (action instanceof Action.CreateShipment create && !couriers.contains(create.courier())) {
            problems.add("it ships by connection " + create.courier() + ", which is no courier connection; there are "
                    + couriers.stream().map(ConnectionId::value).sorted().toList());
        }
        if (action instanceof Action.IssueDocument issue) {
            problem(issue.kind(), trigger).ifPresent(problems::add);
        }
        if (action instanceof Action.CreditDocuments credit && credit.reason().isBlank()) {
            problems.add("credit-documents needs a reason");
        }
        if (action instanceof Action.UploadDocument
                && !trigger.event().equals(DocumentEvent.DocumentRendered.NAME.name())) {
            problems.add("upload-document needs the trigger " + DocumentEvent.DocumentRendered.NAME.name() + ", not "
                    + trigger);
        }
        if (action instanceof Action.PublishTracking && !SHIPMENT_EVENTS.contains(trigger.event())) {
            problems.add("publish-tracking needs one of the triggers " + SHIPMENT_EVENTS + ", not " + trigger);
        }
        if (action instanceof Action.StartTimer timer
                && (timer.after().isNegative() || timer.after().isZero())) {
            problems.add("timer " + timer.timer() + " must run for a positive time, not " + timer.after());
        }
        return problems;
    }

    private static Optional<String> problem(DocumentKind issued, Trigger trigger) {
        String payment = PaymentEvent.PaymentReceived.NAME.name();
        return switch (issued) {
            case PROFORMA, INVOICE -> Optional.empty();
            case ADVANCE ->
                trigger.event().equals(payment)
                        ? Optional.empty()
                        : Optional.of(
                                "issue-document of kind ADVANCE needs the trigger " + payment + ", not " + trigger);
            case CREDIT_NOTE ->
                Optional.of(
                        "rules issue PROFORMA, ADVANCE and INVOICE, not CREDIT_NOTE; credit-documents credits what was issued");
        };
    }

    private static final List<String> SHIPMENT_EVENTS = List.of(
            ShipmentEvent.ShipmentCreated.NAME.name(),
            ShipmentEvent.LabelStored.NAME.name(),
            ShipmentEvent.TrackingChanged.NAME.name());
}
