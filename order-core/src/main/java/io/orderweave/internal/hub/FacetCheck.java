package io.orderweave.internal.hub;

import io.orderweave.connector.ChannelConnector;
import io.orderweave.internal.book.Outside;
import io.orderweave.rule.Action;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds rules that ask of the outside what none of the connectors can do. What one of several cannot, the effect says, for which
 * connection an order is of is known only then.
 */
record FacetCheck(Outside outside) {

    /** Everything wrong, each as one sentence that names the rule. */
    List<String> problems(RuleSet rules) {
        List<String> problems = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            rule.actions().stream()
                    .flatMap(action -> problem(action).stream())
                    .distinct()
                    .forEach(problem -> problems.add("rule " + rule.id() + ": " + problem));
        }
        return problems;
    }

    private Optional<String> problem(Action action) {
        if (action instanceof Action.CancelShipments) {
            boolean can = outside.couriers().isEmpty()
                    || outside.couriers().values().stream()
                            .anyMatch(courier -> courier.cancellations().isPresent());
            return unless(
                    can,
                    "cancel-shipments needs a courier that cancels by its interface; none of "
                            + outside.couriers().keySet() + " does");
        }
        if (action instanceof Action.UploadDocument) {
            return ofChannels(
                    "upload-document",
                    "takes documents",
                    it -> it.documentUploads().isPresent());
        }
        if (action instanceof Action.PublishTracking) {
            return ofChannels(
                    "publish-tracking",
                    "takes tracking numbers",
                    it -> it.trackingUpdates().isPresent());
        }
        if (action instanceof Action.PublishStatus publish) {
            return ofChannels(
                    "publish-status",
                    "has a term for " + publish.intent(),
                    it -> it.statusUpdates()
                            .filter(updates -> updates.supported().contains(publish.intent()))
                            .isPresent());
        }
        return Optional.empty();
    }

    private Optional<String> ofChannels(String action, String what, Predicate<ChannelConnector> can) {
        return unless(
                outside.channels().isEmpty()
                        || outside.channels().values().stream().anyMatch(can),
                action + " needs a channel that " + what + "; none of "
                        + outside.channels().keySet() + " does");
    }

    private static Optional<String> unless(boolean can, String problem) {
        return can ? Optional.empty() : Optional.of(problem);
    }
}
