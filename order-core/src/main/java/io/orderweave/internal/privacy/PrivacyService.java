package io.orderweave.internal.privacy;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.OrderRecord;
import io.orderweave.internal.book.Repository;
import io.orderweave.order.Order;
import io.orderweave.party.Party;
import io.orderweave.privacy.ErasureReport;
import io.orderweave.privacy.Privacy;
import io.orderweave.store.RecordQuery;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Erasing as hosts ask for it: a transaction for each sale. */
public final class PrivacyService implements Privacy {

    private final Changes changes;
    private final Book book;
    private final Gate gate;
    private final Retention retention;
    private final ExpiredDocuments expired;

    public PrivacyService(Changes changes, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.gate = gate;
        this.retention = new Retention(changes.setup().sellers());
        this.expired = new ExpiredDocuments(changes, retention);
    }

    @Override
    public ErasureReport erase(OrderId id, String reason, Actor actor) {
        return changes.call(scope -> {
            gate.check(actor, "privacy.erase", Optional.of(scope.order(id)));
            return new OrderErasure(scope, retention).erase(id, reason, actor);
        });
    }

    @Override
    public ErasureReport eraseCustomer(String email, String reason, Actor actor) {
        gate.check(actor, "privacy.eraseCustomer", Optional.empty());
        if (email.isBlank()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, "a customer to erase is named by an e-mail address, not by none");
        }
        ErasureReport.Builder report = ErasureReport.builder();
        Set<OrderId> seen = new LinkedHashSet<>();
        for (OrderId order : ordersOf(email.strip())) {
            if (!seen.contains(order)) {
                ErasureReport one =
                        changes.call(scope -> new OrderErasure(scope, retention).erase(order, reason, actor));
                report.from(one);
                seen.addAll(one.erased());
                one.refused().forEach(refused -> seen.add(refused.order()));
            }
        }
        return report.build();
    }

    @Override
    public int purgeExpiredDocuments(Actor actor) {
        gate.check(actor, "privacy.purgeExpiredDocuments", Optional.empty());
        return expired.purge(actor);
    }

    /** Nothing finds orders by e-mail: the book keeps no index of people. */
    private Set<OrderId> ordersOf(String email) {
        Set<OrderId> found = new LinkedHashSet<>();
        collect(book.orders(), OrderRecord::order, email, found);
        // Behind the working ones, so that one that is moved aside meanwhile is not missed.
        collect(book.archive().orders(), archived -> archived.record().order(), email, found);
        return found;
    }

    private static <T> void collect(
            Repository<T> repository, Function<T, Order> order, String email, Set<OrderId> found) {
        Optional<RecordQuery.Position> next = Optional.empty();
        do {
            RecordQuery all = repository.query();
            Repository.Page<T> page = repository.page(next.map(all::after).orElse(all));
            page.values().stream()
                    .map(order)
                    .filter(it -> names(it, email))
                    .map(Order::id)
                    .forEach(found::add);
            next = page.next();
        } while (next.isPresent());
    }

    private static boolean names(Order order, String email) {
        return Stream.of(
                        Optional.of(order.buyer()),
                        order.invoiceParty(),
                        order.delivery().recipient())
                .flatMap(Optional::stream)
                .map(Party::email)
                .flatMap(Optional::stream)
                .anyMatch(known -> known.strip().equalsIgnoreCase(email));
    }
}
