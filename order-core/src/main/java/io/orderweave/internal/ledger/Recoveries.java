package io.orderweave.internal.ledger;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.IssuedDocument;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.effect.Recovery;
import io.orderweave.effect.RecoveryState;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.EntryId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.DocumentPlans;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Operations;
import io.orderweave.internal.book.Repository;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.SpentNumber;
import io.orderweave.internal.book.SpentNumbers;
import io.orderweave.internal.book.Trace;
import io.orderweave.order.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The steps of a recovery, each one transaction. */
public final class Recoveries implements Recovery {

    private final Changes changes;
    private final Ledger ledger;
    private final EffectRunner runner;
    private final Gate gate;
    private final SpentNumbers spentNumbers;
    private final Operations operations;

    public Recoveries(Changes changes, Ledger ledger, EffectRunner runner, Gate gate) {
        this.changes = changes;
        this.ledger = ledger;
        this.runner = runner;
        this.gate = gate;
        this.spentNumbers = new SpentNumbers(changes.book());
        this.operations = new Operations(changes.book());
    }

    /** The connections whose intake a recovery still waits for. */
    static List<ConnectionId> unread(Setup setup, RecoveryState recovery) {
        return setup.connections().values().stream()
                .filter(connection -> connection.mode() != Mode.OFF)
                .map(Connection::id)
                .filter(id -> !recovery.pulled().contains(id))
                .sorted(Comparator.comparing(ConnectionId::value))
                .toList();
    }

    /** The connection's intake has come to its end. */
    public void pulled(ConnectionId connection) {
        changes.run(scope -> {
            if (operations.pulled(connection)) {
                ledger.wakeAll();
            }
        });
    }

    @Override
    public RecoveryState begin(Instant since, Actor actor) {
        return changes.call(scope -> {
            gate.check(actor, "recovery.begin", Optional.empty());
            Instant now = ledger.now();
            if (since.isAfter(now)) {
                throw refused("the backup cannot be of " + since + ", which is yet to come");
            }
            operations.state().openRecovery().ifPresent(open -> {
                throw refused("a recovery goes on since " + open.begunAt() + "; finish it first");
            });
            RecoveryState begun = new RecoveryState(since, now, Set.of(), false, Optional.empty());
            operations.recovery(scope, begun, actor, new EffectEvent.RecoveryBegun(since));
            return begun;
        });
    }

    @Override
    public Optional<RecoveryState> state() {
        return operations.state().recovery();
    }

    @Override
    public Document documentIssued(IssuedDocument issued, Actor actor) {
        EffectKey key = changes.call(scope -> handIn(scope, issued, actor));
        runner.lookAt(key);
        Effect effect = ledger.get(key).effect();
        // Only what is DONE has a reference.
        return effect.reference()
                .flatMap(changes.book().documents()::find)
                .map(DocumentRecord::document)
                .orElseThrow(() -> refused("document " + issued.number() + " is kept as spent and not in the book: "
                        + effect.reason().orElse("effect " + key + " is " + effect.state())));
    }

    private EffectKey handIn(ChangeScope scope, IssuedDocument issued, Actor actor) {
        Order order = scope.order(issued.order());
        gate.check(actor, "recovery.documentIssued", Optional.of(order));
        RecoveryState open = open();
        if (issued.issuedAt().isBefore(open.since()) || issued.issuedAt().isAfter(open.begunAt())) {
            throw refused("document " + issued.number() + " was not issued between the backup of " + open.since()
                    + " and the recovery, but at " + issued.issuedAt());
        }
        PlannedEffect plan = plan(issued);
        if (ledger.state(plan.key()).equals(Optional.of(EffectState.DONE.name()))) {
            throw refused("order " + order.id() + " has that document already: " + plan.key() + " is DONE");
        }
        NumberSeries series = spend(scope.setup().seller(order.seller()), issued);
        spentNumbers.put(new SpentNumber(
                plan.key(),
                series.id(),
                issued.number(),
                issued.issuedAt(),
                issued.pdf().map(changes.book().stores().blobs()::put)));
        DocumentEvent event = new DocumentEvent.DocumentHandedIn(issued.kind(), issued.number());
        EntryId entry = scope.change(
                        order.id(), Trace.outside(actor), it -> new EffectContext.Outcome(it, List.of(event)))
                .orElseThrow();
        scope.plan(plan, entry, Origin.of(entry));
        return plan.key();
    }

    private static PlannedEffect plan(IssuedDocument issued) {
        return switch (issued.kind()) {
            case PROFORMA -> DocumentPlans.proforma(issued.order(), Optional.empty());
            case INVOICE -> DocumentPlans.invoice(issued.order(), Optional.empty());
            case ADVANCE ->
                DocumentPlans.advance(issued.order(), issued.payment().orElseThrow(), Optional.empty());
            case CREDIT_NOTE ->
                DocumentPlans.credit(issued.order(), issued.corrects().orElseThrow(), "issued before the recovery");
        };
    }

    /** The series that gave the number; it continues above it. */
    private NumberSeries spend(Seller seller, IssuedDocument issued) {
        LocalDate day = issued.issuedAt().atZone(seller.zone()).toLocalDate();
        for (NumberSeries series : seller.series()) {
            OptionalLong count =
                    series.kind() == issued.kind() ? series.count(issued.number(), day) : OptionalLong.empty();
            if (count.isPresent()) {
                refuseTaken(seller, series, issued);
                changes.book().stores().series().raiseTo(seller.id() + "/" + series.counter(day), count.getAsLong());
                return series;
            }
        }
        throw refused("no series of seller " + seller.id() + " for documents of kind " + issued.kind() + " gives "
                + issued.number() + " on " + day);
    }

    private void refuseTaken(Seller seller, NumberSeries series, IssuedDocument issued) {
        Repository<DocumentRecord> documents = changes.book().documents();
        String key = DocumentRecord.numberKey(seller.id(), series.id(), issued.number());
        documents.find(documents.query().where("number_key", key)).stream()
                .map(DocumentRecord::document)
                .findFirst()
                .ifPresent(taken -> {
                    throw refused("number " + issued.number() + " belongs to document " + taken.id() + " of order "
                            + taken.orderNumber().orElse("unknown"));
                });
    }

    @Override
    public RecoveryState documentsComplete(Actor actor) {
        return step(
                "recovery.documentsComplete",
                actor,
                new EffectEvent.RecoveryDocumentsComplete(),
                (scope, open) ->
                        new RecoveryState(open.since(), open.begunAt(), open.pulled(), true, Optional.empty()));
    }

    @Override
    public RecoveryState finish(Actor actor) {
        return step("recovery.finish", actor, new EffectEvent.RecoveryFinished(), (scope, open) -> {
            List<ConnectionId> unread = unread(scope.setup(), open);
            if (!unread.isEmpty()) {
                throw refused("connections " + unread + " have not been pulled since the recovery began");
            }
            if (!open.documentsComplete()) {
                throw refused("nobody has said that the documents issued since " + open.since() + " are complete");
            }
            return new RecoveryState(open.since(), open.begunAt(), open.pulled(), true, Optional.of(ledger.now()));
        });
    }

    private interface Step {
        RecoveryState take(ChangeScope scope, RecoveryState open);
    }

    private RecoveryState step(String command, Actor actor, EffectEvent event, Step step) {
        return changes.call(scope -> {
            gate.check(actor, command, Optional.empty());
            RecoveryState next = step.take(scope, open());
            operations.recovery(scope, next, actor, event);
            ledger.wakeAll();
            return next;
        });
    }

    private RecoveryState open() {
        return operations.state().openRecovery().orElseThrow(() -> refused("no recovery goes on; begin one"));
    }

    private static OrderweaveException refused(String why) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, why);
    }
}
