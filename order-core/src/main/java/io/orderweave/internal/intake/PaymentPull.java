package io.orderweave.internal.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Origin;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.TransactionId;
import io.orderweave.intake.PullReport;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.FaultText;
import io.orderweave.internal.book.ListenerFault;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.MatchOutcome;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.payment.PaymentSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a source of bank transactions; each batch and its checkpoint are one transaction. */
final class PaymentPull {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentPull.class);
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
            save(id, batch, counter);
            more = batch.more();
        }
    }

    /** What became of an item. */
    private enum Fate {
        MATCHED,
        UNMATCHED,
        KNOWN,
        REFUSED
    }

    private record Failure(BankTransaction transaction, RuntimeException fault) {}

    private void save(ConnectionId id, PaymentSource.Batch batch, PullReport.Counter counter) {
        try {
            List<Fate> fates = changes.attempt(whole -> {
                List<Fate> taken = new ArrayList<>();
                // Each transfer sees what the one before it paid.
                batch.items().forEach(item -> taken.add(changes.attempt(scope -> take(scope, id, item))));
                checkpoints.save(id, FEED, batch.next());
                return taken;
            });
            fates.forEach(fate -> count(fate, counter));
        } catch (RuntimeException fault) {
            if (PullFaults.stops(fault)) {
                throw fault;
            }
            LOG.warn(
                    "A batch of connection {} could not be saved as a whole; it is saved one by one: {}",
                    id,
                    FaultText.of(fault));
            saveOneByOne(id, batch, counter);
        }
    }

    /** Each item alone; a transfer that fails is listed for a person. */
    private void saveOneByOne(ConnectionId id, PaymentSource.Batch batch, PullReport.Counter counter) {
        List<Fate> fates = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (PaymentSource.Item item : batch.items()) {
            try {
                fates.add(changes.attempt(scope -> take(scope, id, item)));
            } catch (RuntimeException fault) {
                if (PullFaults.stops(fault) || !(item instanceof PaymentSource.Item.Received received)) {
                    throw fault;
                }
                failures.add(new Failure(received.transaction(), fault));
            }
        }
        boolean listenerIsBroken = !fates.contains(Fate.MATCHED)
                && failures.stream().allMatch(failure -> failure.fault() instanceof ListenerFault);
        if (listenerIsBroken && !failures.isEmpty()) {
            throw ((ListenerFault) failures.get(0).fault()).thrown();
        }
        changes.run(scope -> {
            failures.forEach(failure -> record(
                    scope,
                    id,
                    failure.transaction(),
                    Optional.empty(),
                    "could not be recorded: " + FaultText.of(failure.fault())));
            checkpoints.save(id, FEED, batch.next());
        });
        fates.forEach(fate -> count(fate, counter));
        failures.forEach(failure -> count(Fate.UNMATCHED, counter));
    }

    private static void count(Fate fate, PullReport.Counter counter) {
        switch (fate) {
            case MATCHED, UNMATCHED -> counter.payment();
            case REFUSED -> counter.quarantined();
            case KNOWN -> {}
        }
    }

    private Fate take(ChangeScope scope, ConnectionId source, PaymentSource.Item item) {
        if (item instanceof PaymentSource.Item.Refused refused) {
            quarantine.put(source, refused.id(), refused.raw(), refused.reason(), refused.detail());
            return Fate.REFUSED;
        }
        BankTransaction transaction = ((PaymentSource.Item.Received) item).transaction();
        MatchOutcome outcome = matcher.match(transaction, new BookCandidates(scope.book()));
        Optional<MatchOutcome.Matched> match =
                outcome instanceof MatchOutcome.Matched matched ? Optional.of(matched) : Optional.empty();
        return record(scope, source, transaction, match, outcome.summary());
    }

    private Fate record(
            ChangeScope scope,
            ConnectionId source,
            BankTransaction transaction,
            Optional<MatchOutcome.Matched> match,
            String outcome) {
        TransactionId id = new TransactionId(scope.book().newId());
        TransactionRecord record = new TransactionRecord(
                id,
                source,
                transaction,
                match.isPresent() ? TransactionRecord.State.MATCHED : TransactionRecord.State.UNMATCHED,
                match.map(MatchOutcome.Matched::order),
                outcome);
        if (!scope.book().transactions().insert(record)) {
            // The bank told the same payment before.
            return Fate.KNOWN;
        }
        Trace trace = Trace.outside(new Actor(Actor.Kind.BANK, source.value()));
        Subject subject = Subject.of(id);
        EntryId received = scope.note(subject, trace, new PaymentEvent.TransactionReceived(transaction.amount()));
        Trace matching = Trace.of(Actor.system(), received, Origin.of(received));
        if (match.isEmpty()) {
            scope.note(subject, matching, new PaymentEvent.TransactionUnmatched(outcome));
            return Fate.UNMATCHED;
        }
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
        return Fate.MATCHED;
    }
}
