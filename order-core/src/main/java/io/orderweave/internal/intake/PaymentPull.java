package io.orderweave.internal.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Origin;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.TransactionId;
import io.orderweave.intake.PullReport;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.MatchOutcome;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.payment.PaymentSource;
import java.util.Optional;

/** Reads a source of bank transactions; each batch and its checkpoint are one transaction. */
final class PaymentPull {

    private static final String FEED = "payments";
    private static final int BATCH = 100;

    private final Changes changes;
    private final Checkpoints checkpoints;
    private final QuarantineDesk quarantine;
    private final PaymentMatcher matcher;
    private final OrderPayments payments;

    PaymentPull(Changes changes, PaymentMatcher matcher) {
        this.changes = changes;
        this.checkpoints = new Checkpoints(changes.book());
        this.quarantine = new QuarantineDesk(changes.book());
        this.matcher = matcher;
        this.payments = new OrderPayments(changes.book());
    }

    void pull(ConnectionId id, PaymentSource source, PullReport.Counter counter) {
        boolean more = true;
        while (more) {
            PaymentSource.Batch batch = source.poll(checkpoints.get(id, FEED), BATCH);
            PullReport.Counter fresh = changes.call(whole -> {
                PullReport.Counter counted = new PullReport.Counter();
                // Each transfer sees what the one before it paid.
                batch.items().forEach(item -> changes.run(scope -> take(scope, id, item, counted)));
                checkpoints.save(id, FEED, batch.next());
                return counted;
            });
            PullReport report = fresh.report();
            for (int i = 0; i < report.payments(); i++) {
                counter.payment();
            }
            for (int i = 0; i < report.quarantined(); i++) {
                counter.quarantined();
            }
            more = batch.more();
        }
    }

    private void take(ChangeScope scope, ConnectionId source, PaymentSource.Item item, PullReport.Counter counter) {
        if (item instanceof PaymentSource.Item.Refused refused) {
            quarantine.put(source, refused.id(), refused.raw(), refused.reason(), refused.detail());
            counter.quarantined();
            return;
        }
        BankTransaction transaction = ((PaymentSource.Item.Received) item).transaction();
        Book book = scope.book();
        TransactionId id = new TransactionId(book.newId());
        MatchOutcome outcome = matcher.match(transaction, new BookCandidates(book));
        Optional<MatchOutcome.Matched> match =
                outcome instanceof MatchOutcome.Matched matched ? Optional.of(matched) : Optional.empty();
        TransactionRecord record = new TransactionRecord(
                id,
                source,
                transaction,
                match.isPresent() ? TransactionRecord.State.MATCHED : TransactionRecord.State.UNMATCHED,
                match.map(MatchOutcome.Matched::order),
                outcome.summary());
        if (!book.transactions().insert(record)) {
            // The bank told the same payment before.
            return;
        }
        counter.payment();
        Trace trace = Trace.outside(new Actor(Actor.Kind.BANK, source.value()));
        Subject subject = Subject.of(id);
        EntryId received = scope.note(subject, trace, new PaymentEvent.TransactionReceived(transaction.amount()));
        Trace matching = Trace.of(Actor.system(), received, Origin.of(received));
        if (match.isPresent()) {
            EntryId matched = scope.note(
                    subject,
                    matching,
                    new PaymentEvent.TransactionMatched(
                            match.get().order(), match.get().criterion()));
            payments.pay(
                    scope,
                    record,
                    match.get().order(),
                    Trace.of(new Actor(Actor.Kind.BANK, source.value()), matched, Origin.of(received)));
        } else {
            scope.note(subject, matching, new PaymentEvent.TransactionUnmatched(outcome.summary()));
        }
    }
}
