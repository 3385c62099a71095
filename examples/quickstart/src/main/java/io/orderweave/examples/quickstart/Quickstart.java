package io.orderweave.examples.quickstart;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.event.Actor;
import io.orderweave.examples.quickstart.Terminal.Count;
import io.orderweave.intake.PullReport;
import io.orderweave.jdbc.JdbcStores;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Phase;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.bank.BankMailForgery;
import io.orderweave.simulator.bank.BankMailLayout;
import io.orderweave.simulator.bank.BankPayment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The main job, offline: orders come in from Allegro and Kaufland, rules decide, invoices are issued, parcels go out, the marketplaces
 * are told; in the middle the engine is cut off and started again. Run it twice on one folder: the second time it finds nothing to do.
 */
public final class Quickstart {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Terminal terminal;
    private final SimulatorClock clock;
    private final Outside outside;
    private final JdbcStores stores;
    private final Instant liveFrom;

    private Quickstart(Terminal terminal, SimulatorClock clock, Outside outside, JdbcStores stores, Instant liveFrom) {
        this.terminal = terminal;
        this.clock = clock;
        this.outside = outside;
        this.stores = stores;
        this.liveFrom = liveFrom;
    }

    /** Runs the job in the folder given, or in {@code quickstart-data}; ends with the summary line. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args.length > 0 ? args[0] : "quickstart-data").toAbsolutePath();
        String summary = run(folder, new Terminal(System.out));
        if (!summary.endsWith("duplicates=0 lost=0 in-doubt=0 quarantined=0")) {
            System.exit(1);
        }
    }

    /** The whole job; returns the summary line. */
    static String run(Path folder, Terminal terminal) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Calendar calendar = Calendar.in(folder);
        SimulatorClock clock = SimulatorClock.following(Clock.systemUTC());
        clock.advance(calendar.ahead());
        terminal.title("Orderweave quickstart");
        terminal.line("everything is kept in " + folder);
        try (Outside outside = new Outside(folder, clock);
                JdbcStores stores = JdbcStores.sqlite(folder.resolve("shop.sqlite"), clock)) {
            stores.migrate();
            Quickstart quickstart = new Quickstart(terminal, clock, outside, stores, calendar.liveFrom());
            if (calendar.isFirstDay()) {
                quickstart.firstDay();
            } else {
                quickstart.anotherDay();
            }
            calendar.save(Duration.between(Instant.now(), clock.instant()));
            return quickstart.report(folder);
        }
    }

    private void firstDay() throws InterruptedException {
        AllegroScript allegro = new AllegroScript(outside.allegro().buyers(), clock);
        KauflandScript kaufland = new KauflandScript(outside.kaufland(), clock);
        allegro.before(liveFrom);
        kaufland.before(liveFrom);
        AllegroScript.Pending pending = allegro.morning();
        String unreleased = kaufland.morning();
        terminal.title("Morning: Allegro and Kaufland have orders, the shop connects and the engine starts");
        OrderHub cut = open("first");
        tell(Shop.ALLEGRO, cut.pull(Shop.ALLEGRO));
        tell(Shop.KAUFLAND, cut.pull(Shop.KAUFLAND));
        cutInTheMiddle(cut);

        terminal.title("The engine starts again and goes on from what is stored");
        OrderHub hub = open("second");
        untilQuiet(hub);
        clock.advance(Duration.ofMinutes(3));
        allegro.afternoon(pending);
        kaufland.afternoon(unreleased);
        terminal.title("Afternoon: buyers pay, change, cancel; the bank sends mails, one of them forged");
        bankMails(hub);
        untilQuiet(hub);
        terminal.line("ten minutes later the order list is compared: Allegro's journal had lost an event");
        clock.advance(Duration.ofMinutes(10));
        untilQuiet(hub);
        deliver(hub);
        hub.close();
    }

    /** One answer is lost after the parcel was stored, and one call is still running when the engine is closed. */
    private void cutInTheMiddle(OrderHub hub) throws InterruptedException {
        outside.inpost()
                .faults()
                .on("POST", "/v1/organizations/[^/]+/shipments")
                .once(Fault.cutAfterWrite());
        outside.inpost()
                .faults()
                .on("POST", "/v1/organizations/[^/]+/shipments")
                .once(Fault.slow(Duration.ofSeconds(3)));
        Thread engine = new Thread(() -> hub.effects().runDue(), "engine");
        engine.start();
        Instant giveUp = Instant.now().plusSeconds(10);
        while (outside.inpost().counters().shipments() < 2 && Instant.now().isBefore(giveUp)) {
            Thread.sleep(SHORT.toMillis());
        }
        hub.close(SHORT);
        engine.join();
        terminal.line("cut: one answer of InPost was lost, one call was running; the ledger says "
                + hub.effects().counts());
    }

    private void bankMails(OrderHub hub) {
        for (Order order : waitingForMoney(hub)) {
            String symbol = hub.documents().of(order.id()).get(0).variableSymbol();
            String amount = order.openAmount().amount().toPlainString();
            BankPayment payment = BankPayment.received(amount, "CZK", Outside.FIO_ACCOUNT, symbol);
            outside.bank().forge(BankMailLayout.FIO_PROSE, payment, BankMailForgery.MISALIGNED_AUTHENTICATION);
            tell(Shop.FIO, hub.pull(Shop.FIO));
            hub.quarantine().open(10).forEach(item -> {
                terminal.line("refused: " + item.reason() + ", " + item.detail());
                hub.quarantine().dismiss(item.id(), Actor.operator("anna"));
            });
            Path mail = outside.bank().deliver(BankMailLayout.FIO_PROSE, payment);
            outside.bank().deliverAgain(mail);
            tell(Shop.FIO, hub.pull(Shop.FIO));
        }
    }

    private static Iterable<Order> waitingForMoney(OrderHub hub) {
        return hub.orders().find(OrderQuery.builder().addPhase(Phase.PENDING).build()).orders().stream()
                .filter(order -> order.payment().method().equals(Optional.of("bank-transfer")))
                .toList();
    }

    private void deliver(OrderHub hub) {
        terminal.title("The couriers drive, and Kaufland learns what is on its way; its first answer is lost");
        outside.kaufland().faults().on("PATCH", "/v2/order-units/[^/]+/send").once(Fault.cutAfterWrite());
        Parcels parcels = new Parcels(hub, outside);
        for (Parcels.Stage stage : Parcels.Stage.values()) {
            clock.advance(Duration.ofHours(8));
            parcels.move(stage);
            untilQuiet(hub);
        }
    }

    private void anotherDay() {
        terminal.title("The same folder again: nothing is new outside");
        try (OrderHub hub = open("again")) {
            untilQuiet(hub);
        }
    }

    private OrderHub open(String node) {
        return Shop.open(stores, clock, outside, liveFrom, node);
    }

    /** Pulls and runs until nothing is left to do now or soon; what waits for a time is what time is let pass for. */
    private void untilQuiet(OrderHub hub) {
        Instant horizon = clock.instant().plus(Duration.ofHours(1));
        boolean busy = true;
        while (busy) {
            busy = false;
            for (ConnectionId connection : Shop.CONNECTIONS) {
                PullReport report = hub.pull(connection);
                tell(connection, report);
                busy |= report.broughtAnything();
            }
            RunReport run = hub.effects().runDue();
            if (run.didAnything()) {
                tell(run);
                busy = true;
            } else {
                Instant next = hub.effects().nextDue().orElse(Instant.MAX);
                if (next.isBefore(horizon)) {
                    clock.moveTo(next);
                    busy = true;
                }
            }
        }
    }

    private void tell(ConnectionId connection, PullReport report) {
        terminal.counts(
                "pulled " + connection,
                new Count(report.imported(), "orders new"),
                new Count(report.changed(), "changed"),
                new Count(report.payments(), "payments"),
                new Count(report.tracking(), "parcels moved"),
                new Count(report.quarantined(), "quarantined"));
    }

    /** Not told when it only looked again at what the other side has accepted. */
    private void tell(RunReport run) {
        if (run.done() + run.rejected() + run.inDoubt() + run.cancelled() > 0) {
            terminal.counts(
                    "effects",
                    new Count(run.done(), "done"),
                    new Count(run.accepted(), "accepted and waited for"),
                    new Count(run.rejected(), "refused"),
                    new Count(run.inDoubt(), "in doubt"),
                    new Count(run.cancelled(), "no longer wanted"),
                    new Count(run.putOff(), "put off"));
        }
    }

    private String report(Path folder) throws IOException {
        try (OrderHub hub = open("report")) {
            Report report = new Report(hub, terminal);
            report.timelines();
            report.explanations();
            report.documents(folder.resolve("documents"));
            String summary = Verdict.on(hub, outside).summary(terminal);
            terminal.title(summary);
            return summary;
        }
    }
}
