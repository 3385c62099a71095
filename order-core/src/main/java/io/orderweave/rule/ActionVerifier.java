package io.orderweave.rule;

import io.orderweave.document.DocumentKind;
import io.orderweave.order.OrderStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Finds what is wrong with a rule's actions: names that do not exist, and what its trigger cannot serve. */
record ActionVerifier(Abilities hub) {

    private static final String NAME = "[a-z][a-z0-9-]{0,60}";

    List<String> problems(Action action, Trigger trigger) {
        List<String> problems = new ArrayList<>();
        action.needs()
                .filter(need -> !need.isServedBy(trigger))
                .ifPresent(need -> problems.add(name(action) + " needs the trigger "
                        + String.join(" or ", need.events()) + ", not " + trigger));
        if (action instanceof Action.SetStatus set) {
            status(problems, set);
        } else if (action instanceof Action.IssueDocument issue) {
            issued(problems, issue);
        } else if (action instanceof Action.CreditDocuments credit) {
            require(problems, !credit.reason().isBlank(), "credit-documents needs a reason");
        } else if (action instanceof Action.CreateShipment create) {
            require(
                    problems,
                    hub.couriers().contains(create.courier()),
                    "it ships by connection " + create.courier() + ", which is no courier connection; there are "
                            + sorted(hub.couriers()));
        } else if (action instanceof Action.Notify notify) {
            notice(problems, notify);
        } else if (action instanceof Action.Raise raise) {
            name(problems, "the event it raises", raise.event());
        } else if (action instanceof Action.StartTimer timer) {
            name(problems, "the timer it starts", timer.timer());
            require(
                    problems,
                    !timer.after().isNegative() && !timer.after().isZero(),
                    "timer " + timer.timer() + " must run for a positive time, not " + timer.after());
        } else if (action instanceof Action.CancelTimer timer) {
            name(problems, "the timer it cancels", timer.timer());
        } else if (action instanceof Action.Host host) {
            require(
                    problems,
                    hub.hostActions().containsKey(host.name()),
                    "no action " + host.name() + " of the host's; there are "
                            + sorted(hub.hostActions().keySet()));
        }
        return problems;
    }

    /** Whether what the action leads to cannot be taken back. */
    boolean isIrreversible(Action action) {
        return action instanceof Action.Host host
                ? hub.hostActions().getOrDefault(host.name(), true)
                : action.irreversible();
    }

    private void status(List<String> problems, Action.SetStatus set) {
        require(
                problems,
                hub.statuses().find(set.status()).isPresent(),
                "it sets status " + set.status() + ", which is not in the catalogue; there are "
                        + hub.statuses().statuses().stream()
                                .map(OrderStatus::id)
                                .map(Objects::toString)
                                .toList());
    }

    private static void issued(List<String> problems, Action.IssueDocument issue) {
        require(
                problems,
                issue.kind() != DocumentKind.CREDIT_NOTE,
                "rules issue PROFORMA, ADVANCE and INVOICE, not CREDIT_NOTE; credit-documents credits what was issued");
    }

    private void notice(List<String> problems, Action.Notify notify) {
        require(
                problems,
                hub.templates().contains(notify.template()),
                "no template " + notify.template() + "; there are " + sorted(hub.templates()));
        require(
                problems,
                hub.notifiers().contains(notify.channel()),
                "no notifier for channel " + notify.channel() + "; there are " + sorted(hub.notifiers()));
    }

    private static void name(List<String> problems, String what, String name) {
        require(
                problems,
                name.matches(NAME),
                what + " is called '" + name + "', which is not 1 to 61 lower-case letters, digits and hyphens");
    }

    private static void require(List<String> problems, boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private static String name(Action action) {
        if (action instanceof Action.IssueDocument issue) {
            return "issue-document of kind " + issue.kind();
        }
        return action instanceof Action.UploadDocument ? "upload-document" : "publish-tracking";
    }

    private static List<String> sorted(Collection<?> names) {
        return names.stream().map(Objects::toString).sorted().toList();
    }
}
