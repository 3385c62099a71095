package io.orderweave.examples.quickstart;

import io.orderweave.OrderHub;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Subject;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.shipment.Shipment;
import io.orderweave.simulator.allegro.AllegroFormCounters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what happened, and judges it by what the simulators, not the shop, have counted. */
final class Report {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Warsaw"));

    private final OrderHub hub;
    private final Outside outside;
    private final Terminal terminal;
    private final List<Order> orders;

    Report(OrderHub hub, Outside outside, Terminal terminal) {
        this.hub = hub;
        this.outside = outside;
        this.terminal = terminal;
        this.orders = hub.orders().find(OrderQuery.all()).orders().stream()
                .sorted(Comparator.comparing(Order::placedAt))
                .toList();
    }

    /** Every order's way, a line an event. */
    void timelines() {
        for (Order order : orders) {
            String remark = order.history() ? ", history" : order.replacedBy().isPresent() ? ", paid jointly" : "";
            terminal.title("Order " + order.number() + ": " + order.total() + ", "
                    + order.storefront().map(Object::toString).orElse("") + ", " + order.status() + remark);
            for (JournalEntry entry : hub.journal().history(Subject.of(order.id()), 1, 1_000)) {
                terminal.line(TIME.format(entry.at()) + "  " + entry.name().name() + "  ("
                        + shortly(entry.actor().toString()) + ")");
            }
        }
    }

    private static String shortly(String actor) {
        return actor.startsWith("effect:order/") ? "effect " + actor.substring(actor.indexOf('/', 13) + 1) : actor;
    }

    /** One why and one why not. */
    void explanations() {
        for (Order order : orders) {
            EffectKey invoice = new EffectKey(Subject.of(order.id()), EffectKind.INVOICE, "final/1");
            if (hub.effects().find(invoice).isPresent()
                    && !hub.documents().of(order.id()).isEmpty()) {
                terminal.title("Why was order " + order.number() + " invoiced?");
                hub.journal().why(invoice).text().lines().forEach(terminal::line);
                break;
            }
        }
        for (Order order : orders) {
            if (!order.history()
                    && order.replacedBy().isEmpty()
                    && hub.documents().of(order.id()).isEmpty()) {
                terminal.title("Why was order " + order.number() + " not invoiced?");
                hub.journal()
                        .whyNot(order.id(), EffectKind.INVOICE)
                        .text()
                        .lines()
                        .forEach(terminal::line);
                break;
            }
        }
    }

    /** Writes every PDF and label into the folder. */
    void documents(Path folder) throws IOException {
        Files.createDirectories(folder);
        terminal.title("Documents");
        for (Order order : orders) {
            for (Document document : hub.documents().of(order.id())) {
                write(
                        folder.resolve(document.number() + ".pdf"),
                        hub.documents().pdf(document.id()).orElseThrow());
            }
            for (Shipment shipment : hub.shipments().of(order.id())) {
                write(
                        folder.resolve("label-" + shipment.trackingNumber() + ".pdf"),
                        hub.shipments().label(shipment.id()).orElseThrow());
            }
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        terminal.line(file.toString());
    }

    /** The verdict: everything that Allegro has is in the book, and everything that had to happen outside is there once. */
    String summary() {
        Set<String> history =
                orders.stream().filter(Order::history).map(Order::number).collect(Collectors.toSet());
        List<AllegroFormCounters> forms = outside.allegro().counters().forms().stream()
                .filter(form -> !history.contains(form.formId()))
                .toList();
        List<String> duplicates = duplicates(forms);
        List<String> lost = lost(forms, history);
        duplicates.forEach(duplicate -> terminal.line("DUPLICATE " + duplicate));
        lost.forEach(loss -> terminal.line("LOST " + loss));
        long inDoubt = hub.effects().counts().getOrDefault(EffectState.IN_DOUBT, 0L);
        return "SUMMARY orders=" + forms.size() + " duplicates=" + duplicates.size() + " lost=" + lost.size()
                + " in-doubt=" + inDoubt + " quarantined="
                + hub.quarantine().open(100).size();
    }

    private List<String> duplicates(List<AllegroFormCounters> forms) {
        List<String> duplicates = new ArrayList<>(outside.allegro().counters().duplicates());
        duplicates.addAll(outside.inpost().counters().duplicates());
        duplicates.addAll(outside.packeta().counters().duplicates());
        for (AllegroFormCounters form : forms) {
            if (form.shipments() > 1 || form.invoices() > 1) {
                duplicates.add("order " + form.formId() + " has " + form.shipments() + " waybills and "
                        + form.invoices() + " invoices");
            }
            if (new HashSet<>(form.fulfillmentWrites()).size()
                    != form.fulfillmentWrites().size()) {
                duplicates.add("order " + form.formId() + " was told a status twice: " + form.fulfillmentWrites());
            }
        }
        return duplicates;
    }

    private List<String> lost(List<AllegroFormCounters> forms, Set<String> history) {
        List<String> lost = new ArrayList<>();
        int shipped = 0;
        for (AllegroFormCounters form : forms) {
            List<Order> known = orders.stream()
                    .filter(order -> order.number().equals(form.formId()))
                    .toList();
            if (known.size() != 1) {
                lost.add("order " + form.formId() + " is in the book " + known.size() + " times");
            } else if (known.get(0).status().value().equals("delivered")) {
                shipped++;
                lost.addAll(missing(form));
            } else if (!known.get(0).status().value().equals("cancelled")) {
                lost.add("order " + form.formId() + " rests in status "
                        + known.get(0).status());
            }
        }
        int parcels = outside.inpost().counters().shipments()
                + outside.packeta().counters().shipments();
        if (parcels != shipped) {
            lost.add("the couriers have " + parcels + " parcels for " + shipped + " orders");
        }
        for (String number : history) {
            AllegroFormCounters form = outside.allegro().counters().form(number);
            if (form.shipments() + form.invoices() + form.fulfillmentWrites().size() > 0) {
                lost.add("something happened to order " + number + ", which is history");
            }
        }
        long invoices = orders.stream()
                .flatMap(order -> hub.documents().of(order.id()).stream())
                .filter(document -> document.kind() == DocumentKind.INVOICE)
                .count();
        if (invoices != shipped) {
            lost.add("there are " + invoices + " invoices for " + shipped + " orders");
        }
        return lost;
    }

    private static List<String> missing(AllegroFormCounters form) {
        List<String> missing = new ArrayList<>();
        if (form.shipments() == 0) {
            missing.add("the tracking number of order " + form.formId());
        }
        if (form.uploadsByNumber().isEmpty()) {
            missing.add("the invoice of order " + form.formId());
        }
        if (!form.fulfillmentWrites().contains("SENT")) {
            missing.add("the status SENT of order " + form.formId());
        }
        return missing;
    }
}
