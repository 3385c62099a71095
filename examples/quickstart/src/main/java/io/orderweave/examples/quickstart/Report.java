package io.orderweave.examples.quickstart;

import io.orderweave.OrderHub;
import io.orderweave.document.Document;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Subject;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.shipment.Shipment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** Tells what happened: each order's way, one why and one why not, the files. */
final class Report {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Warsaw"));

    private final OrderHub hub;
    private final Terminal terminal;
    private final List<Order> orders;

    Report(OrderHub hub, Terminal terminal) {
        this.hub = hub;
        this.terminal = terminal;
        this.orders = hub.orders().find(OrderQuery.all()).orders().stream()
                .sorted(Comparator.comparing(Order::placedAt))
                .toList();
    }

    /** Every order's way, a line an event. */
    void timelines() {
        for (Order order : orders) {
            String remark = order.history() ? ", history" : order.replacedBy().isPresent() ? ", paid jointly" : "";
            terminal.title("Order " + order.number() + " at "
                    + order.connection().orElseThrow() + ": " + order.total() + ", " + order.status() + remark);
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
}
