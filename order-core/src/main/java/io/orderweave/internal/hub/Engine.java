package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.InboundResponse;
import io.orderweave.document.DocumentRenderer;
import io.orderweave.document.Documents;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Recovery;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.intake.OrderFate;
import io.orderweave.intake.PullReport;
import io.orderweave.intake.Quarantine;
import io.orderweave.intake.UnmappedTerm;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.FactReaders;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.effects.CancelShipmentHandler;
import io.orderweave.internal.effects.CancellationHandler;
import io.orderweave.internal.effects.IssueHandler;
import io.orderweave.internal.effects.LabelHandler;
import io.orderweave.internal.effects.NoticeHandler;
import io.orderweave.internal.effects.NoticeValues;
import io.orderweave.internal.effects.RefundHandler;
import io.orderweave.internal.effects.RenderHandler;
import io.orderweave.internal.effects.ShipmentHandler;
import io.orderweave.internal.effects.StatusHandler;
import io.orderweave.internal.effects.TimerHandler;
import io.orderweave.internal.effects.TrackingHandler;
import io.orderweave.internal.effects.UploadHandler;
import io.orderweave.internal.explain.JournalService;
import io.orderweave.internal.intake.HintBoard;
import io.orderweave.internal.intake.HintedPulls;
import io.orderweave.internal.intake.Inbound;
import io.orderweave.internal.intake.Pulls;
import io.orderweave.internal.intake.QuarantineService;
import io.orderweave.internal.ledger.EffectRunner;
import io.orderweave.internal.ledger.EffectsService;
import io.orderweave.internal.ledger.Handlers;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.internal.ledger.Recoveries;
import io.orderweave.internal.privacy.PrivacyService;
import io.orderweave.journal.Journal;
import io.orderweave.mapping.MappingSet;
import io.orderweave.mapping.Mappings;
import io.orderweave.notice.Notifier;
import io.orderweave.order.ArchiveReport;
import io.orderweave.order.CommandPolicy;
import io.orderweave.order.OrderListener;
import io.orderweave.order.Orders;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.payment.Payments;
import io.orderweave.privacy.Privacy;
import io.orderweave.rule.Rules;
import io.orderweave.shipment.Shipments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wired parts of one hub. */
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Book book;
    private final Setup setup;
    private final ConnectionHealth health;
    private final Ledger ledger;
    private final Changes changes;
    private final EffectRunner runner;
    private final Pulls pulls;
    private final Inbound inbound;
    private final HintedPulls hinted;
    private final Effects effects;
    private final Recoveries recovery;
    private final Orders orders;
    private final Rules rules;
    private final Mappings mappings;
    private final Payments payments;
    private final Shipments shipments;
    private final Documents documents;
    private final Journal journal;
    private final Quarantine quarantine;
    private final Privacy privacy;
    private final Archiving archiving;
    private Optional<Scheduler> scheduler = Optional.empty();

    /** What the host brings beside its configuration. */
    public record HostParts(
            CommandPolicy policy,
            List<OrderListener> listeners,
            FactReaders facts,
            PaymentMatcher matcher,
            Optional<DocumentRenderer> renderer,
            List<EffectHandler> handlers,
            Map<String, Notifier> notifiers,
            EffectRunner.Terms terms) {}

    public Engine(
            Book book,
            Setup setup,
            ConfigurationCheck check,
            Outside outside,
            ConnectionHealth health,
            HostParts host) {
        FacetCheck facets = new FacetCheck(outside);
        List<String> beyondReach = facets.problems(setup.rules());
        if (!beyondReach.isEmpty()) {
            throw new OrderweaveException(FaultCategory.INVALID_CONFIGURATION, String.join("\n", beyondReach));
        }
        this.book = book;
        this.setup = setup;
        this.health = health;
        this.ledger = new Ledger(book);
        this.changes = new Changes(book, setup, ledger, host.listeners(), host.facts());
        ConfigurationJournal.apply(changes, check);
        tellMissing();
        List<EffectHandler> known = handlers(outside, host);
        Handlers handlers = new Handlers(known);
        Gate gate = new Gate(host.policy());
        this.runner = new EffectRunner(changes, ledger, handlers, health, host.terms());
        this.pulls =
                new Pulls(changes, outside, health, host.matcher(), host.terms().node());
        HintBoard hints = new HintBoard();
        this.inbound = new Inbound(setup, outside, hints);
        this.hinted = new HintedPulls(hints, pulls, this::pull);
        this.effects = new EffectsService(changes, ledger, handlers, runner, gate);
        this.recovery = new Recoveries(changes, ledger, runner, gate);
        this.orders = new OrdersService(changes, new CancellationDesk(effects, outside), gate);
        this.rules = new RulesService(changes, ledger, check, facets, orders, gate);
        this.mappings = new MappingsService(changes, check, gate);
        this.payments = new PaymentsService(changes, new RefundDesk(changes, effects, outside, gate), gate);
        this.shipments = new ShipmentsService(book);
        this.documents = new DocumentsService(changes, effects, gate);
        this.journal = new JournalService(book, changes.inForce(), effects, engineFacts(outside, known));
        this.quarantine = new QuarantineService(changes, outside, pulls, gate);
        this.privacy = new PrivacyService(changes, gate);
        this.archiving = new Archiving(changes, gate);
    }

    /** Legal, and easily overlooked: such rules never fire. */
    private void tellMissing() {
        List<String> missing =
                changes.readers().missing(changes.inForce().setup().compiledRules());
        if (!missing.isEmpty()) {
            LOG.warn(
                    "Rules ask for facts from beside the order that nobody supplies by ruleFact(...),"
                            + " and see them as unknown: {}",
                    missing);
        }
    }

    private JournalService.EngineFacts engineFacts(Outside outside, List<EffectHandler> handlers) {
        return new JournalService.EngineFacts(
                handlers.stream()
                        .filter(EffectHandler::irreversible)
                        .map(EffectHandler::kind)
                        .collect(Collectors.toSet()),
                rules::problems,
                mappings::problems,
                (connection, kind) -> outside.channel(connection)
                        .filter(channel -> takes(channel, kind))
                        .isPresent());
    }

    private static boolean takes(ChannelConnector channel, EffectKind kind) {
        if (kind.equals(EffectKind.STATUS)) {
            return channel.statusUpdates().isPresent();
        }
        if (kind.equals(EffectKind.TRACKING)) {
            return channel.trackingUpdates().isPresent();
        }
        if (kind.equals(EffectKind.REFUND)) {
            return channel.refunds().isPresent();
        }
        return kind.equals(EffectKind.CANCELLATION)
                ? channel.cancellations().isPresent()
                : channel.documentUploads().isPresent();
    }

    private List<EffectHandler> handlers(Outside outside, HostParts host) {
        List<EffectHandler> handlers = new ArrayList<>(List.of(
                IssueHandler.proforma(book, setup),
                IssueHandler.invoice(book, setup),
                new ShipmentHandler(book, outside),
                new LabelHandler(book, outside),
                new StatusHandler(outside),
                new TrackingHandler(book, setup, outside),
                new UploadHandler(book, outside),
                new RefundHandler(book, ledger::effectsOf, outside),
                new CancellationHandler(outside),
                new CancelShipmentHandler(book, outside),
                new TimerHandler(book)));
        if (!host.notifiers().isEmpty()) {
            handlers.add(new NoticeHandler(setup.templates(), host.notifiers(), new NoticeValues(book, setup)));
        }
        // Without a renderer documents wait to be drawn; a hub that has one draws them.
        host.renderer().ifPresent(renderer -> handlers.add(new RenderHandler(book, renderer)));
        handlers.addAll(host.handlers());
        return handlers;
    }

    public <T> T inTransaction(Supplier<T> work) {
        return book.stores().transactor().inTransaction(work);
    }

    public Orders orders() {
        return orders;
    }

    public Rules rules() {
        return rules;
    }

    public Mappings mappings() {
        return mappings;
    }

    public Payments payments() {
        return payments;
    }

    public Shipments shipments() {
        return shipments;
    }

    public Documents documents() {
        return documents;
    }

    public Effects effects() {
        return effects;
    }

    public Recovery recovery() {
        return recovery;
    }

    public Journal journal() {
        return journal;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public Privacy privacy() {
        return privacy;
    }

    public ArchiveReport archive(Duration olderThan, int limit, Actor actor) {
        return archiving.archive(olderThan, limit, actor);
    }

    public PullReport pull(ConnectionId connection) {
        PullReport report = pulls.pull(connection);
        if (report.ran()) {
            recovery.pulled(connection);
        }
        return report;
    }

    public OrderFate refresh(OrderId order) {
        return pulls.refresh(order);
    }

    public InboundResponse receive(ConnectionId connection, InboundRequest request) {
        return inbound.receive(connection, request);
    }

    public PullReport pullHinted() {
        return hinted.run();
    }

    public void probe(ConnectionId connection) {
        pulls.probe(connection);
        changes.run(scope -> ledger.wake(connection));
    }

    public Optional<String> stopped(ConnectionId connection) {
        return health.stopped(connection);
    }

    public List<UnmappedTerm> unmappedTerms() {
        MappingSet inForce = mappings.current();
        return book.unmappedTerms().find(book.unmappedTerms().query()).stream()
                .filter(term -> !isMapped(term, inForce))
                .toList();
    }

    private static boolean isMapped(UnmappedTerm term, MappingSet mappings) {
        Map<String, ?> table = switch (term.kind()) {
            case STATUS -> mappings.statusMap(term.connection()).inbound();
            case PAYMENT_METHOD -> mappings.dictionary(term.connection()).paymentMethods();
            case DELIVERY_METHOD -> mappings.dictionary(term.connection()).deliveryMethods();
        };
        return table.containsKey(term.term());
    }

    public synchronized void start(Duration pullEvery, Duration runEvery) {
        if (scheduler.isPresent()) {
            throw new IllegalStateException("the hub has been started already");
        }
        Scheduler started = new Scheduler();
        setup.connections().keySet().forEach(connection -> started.pull(connection, pullEvery, this::pull));
        started.pullHinted(this::pullHinted);
        started.run(effects, runEvery);
        scheduler = Optional.of(started);
    }

    /** Starts nothing more, gives back what was not sent, waits for what was, and marks the rest in doubt. */
    public synchronized void close(Duration grace) {
        scheduler.ifPresent(Scheduler::stop);
        runner.close(grace);
        scheduler.ifPresent(running -> running.awaitEnd(grace));
    }
}
