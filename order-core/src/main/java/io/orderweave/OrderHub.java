package io.orderweave;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.InboundResponse;
import io.orderweave.connector.TokenVault;
import io.orderweave.document.Documents;
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
import io.orderweave.internal.hub.Engine;
import io.orderweave.internal.hub.Vaults;
import io.orderweave.journal.Journal;
import io.orderweave.mapping.Mappings;
import io.orderweave.order.ArchiveReport;
import io.orderweave.order.Orders;
import io.orderweave.payment.Payments;
import io.orderweave.privacy.Privacy;
import io.orderweave.rule.Rules;
import io.orderweave.shipment.Shipments;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The order book of one tenant, ready to work. Thread-safe.
 *
 * <p>By itself it starts no thread: the host calls {@link #pull} for each connection and {@code effects().runDue()} from its own
 * scheduler, or opts in to {@link #start}.
 */
public final class OrderHub implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Engine engine;
    private final Vaults tokens;
    private final Map<ConnectionId, TokenVault> vaults;

    OrderHub(Engine engine, Vaults tokens, Map<ConnectionId, TokenVault> vaults) {
        this.engine = engine;
        this.tokens = tokens;
        this.vaults = Map.copyOf(vaults);
    }

    /** Begins a hub. */
    public static OrderHubBuilder builder() {
        return new OrderHubBuilder();
    }

    public Orders orders() {
        return engine.orders();
    }

    /** The shop's rules: which are in force, putting others in force, having them look at orders that are there. */
    public Rules rules() {
        return engine.rules();
    }

    /** What the words of channels and couriers mean in the shop, and what they are told: which tables are in force, putting others in force. */
    public Mappings mappings() {
        return engine.mappings();
    }

    public Payments payments() {
        return engine.payments();
    }

    public Shipments shipments() {
        return engine.shipments();
    }

    public Documents documents() {
        return engine.documents();
    }

    public Effects effects() {
        return engine.effects();
    }

    /** Back to work after the database was restored from a backup. */
    public Recovery recovery() {
        return engine.recovery();
    }

    public Journal journal() {
        return engine.journal();
    }

    public Quarantine quarantine() {
        return engine.quarantine();
    }

    public Privacy privacy() {
        return engine.privacy();
    }

    /**
     * Moves closed orders aside with their history, the oldest first, so that the working tables stay small: those in a final phase that
     * were placed longer ago than {@code olderThan}, with no hold, nothing owed either way, no parcel underway and no unfinished effect.
     * They are still found by id, channel reference and number, explained, and recognised when their channel tells them again; lists
     * leave them out unless {@link io.orderweave.order.OrderQuery#archived() asked}. Whatever changes one brings it back.
     *
     * <p>One run is one transaction and one entry in the journal; repeat it while there is {@link ArchiveReport#more() more}.
     *
     * @param limit 1 to 1,000
     * @throws io.orderweave.error.OrderweaveException (FORBIDDEN) when the policy refuses, (INVALID_REQUEST) for another limit or a
     *     negative age
     */
    public ArchiveReport archive(Duration olderThan, int limit, Actor actor) {
        return engine.archive(olderThan, limit, actor);
    }

    /** Terms that outside systems used and that the mappings in force do not translate. */
    public List<UnmappedTerm> unmappedTerms() {
        return engine.unmappedTerms();
    }

    /**
     * Brings everything new of a connection into the book: orders, payments, tracking. Each batch is one transaction together with
     * its checkpoint.
     *
     * @throws io.orderweave.error.OrderweaveException when the other side cannot be reached or refuses us; what was saved before
     *     stays, the rest comes with the next pull
     * @throws IllegalStateException inside a transaction: calls to the outside must not run in one
     */
    public PullReport pull(ConnectionId connection) {
        return engine.pull(connection);
    }

    /**
     * Reads one order of the book as it is at its channel now, and takes in what is new: by the same laws as a pull.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such order; (INVALID_REQUEST) when it came by no
     *     channel, or its channel is OFF or cannot be asked for a single order; (TRANSIENT) while the connection is being pulled; otherwise
     *     when the other side cannot be reached or refuses us
     * @throws IllegalStateException inside a transaction: calls to the outside must not run in one
     */
    public OrderFate refresh(OrderId order) {
        return engine.refresh(order);
    }

    /**
     * Answers what a sales channel sent to the host's web server. It asks nobody, and what is hinted at is kept in memory until {@link
     * #pullHinted}: what gets lost by that, the next pull brings.
     *
     * @return the connector's answer; 404 for a connection that does not exist or expects nothing, 503 for one that is OFF, 413 for a body
     *     of more than 1 MiB, 500 for what its connector fails on
     */
    public InboundResponse receive(ConnectionId connection, InboundRequest request) {
        return engine.receive(connection, request);
    }

    /**
     * Looks at what sales channels hinted at since the last time: reads the orders that were named, pulls connections of which more is new.
     * Costs nothing when there is no hint. After {@link #start} it runs by itself, every second.
     *
     * @return what all of it brought; not run when there was no hint
     * @throws io.orderweave.error.OrderweaveException when a channel could not be asked; the others were, and the next pull brings what
     *     was hinted at
     * @throws IllegalStateException inside a transaction: calls to the outside must not run in one
     */
    public PullReport pullHinted() {
        return engine.pullHinted();
    }

    /**
     * Where a sales channel's tokens are kept, for the first authorisation of its account; storing lets a stopped connection go on.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such sales channel
     */
    public TokenVault tokens(ConnectionId connection) {
        TokenVault vault = vaults.get(connection);
        if (vault == null) {
            throw new OrderweaveException(
                    FaultCategory.NOT_FOUND, "no sales channel " + connection + "; there are " + vaults.keySet());
        }
        return vault;
    }

    /**
     * Writes tokens that lie in clear text or under an older key anew under the current one, of removed connections too. May be
     * repeated, and be run while the hub works; what is stored later is written under the current key anyway.
     *
     * @return how many were rewritten
     * @throws io.orderweave.error.OrderweaveException (INVALID_CONFIGURATION) when a key is missing or opens nothing; what was rewritten
     *     before stays
     */
    public int reencryptTokens() {
        return tokens.reencrypt();
    }

    /** Tests a connection's credentials; success lets a stopped connection go on. */
    public void probe(ConnectionId connection) {
        engine.probe(connection);
    }

    /** Why a connection is stopped, and what to do; empty when it is not. */
    public Optional<String> stopped(ConnectionId connection) {
        return engine.stopped(connection);
    }

    /**
     * Runs the host's work and the library's commands within it in one transaction: both are saved, or neither.
     *
     * @throws io.orderweave.error.StaleVersionException when somebody else was faster; the host repeats its work
     */
    public <T> T inTransaction(Supplier<T> work) {
        return engine.inTransaction(work);
    }

    /** Lets the hub run by itself on threads of its own: pulls every connection and runs due effects, until {@link #close}. */
    public void start(Duration pullEvery, Duration runEvery) {
        engine.start(pullEvery, runEvery);
    }

    /** As {@link #close(Duration)} with 30 seconds. */
    @Override
    public void close() {
        close(GRACE);
    }

    /**
     * Ends the hub's work: nothing new begins, claims not sent yet are given back, calls that run get {@code grace} to end; what
     * does not is in doubt and resolved after the next start. The stores stay open.
     */
    public void close(Duration grace) {
        engine.close(grace);
    }
}
