package io.orderweave.internal.explain;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Effects;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.OrderRecord;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.internal.json.Json;
import io.orderweave.journal.Journal;
import io.orderweave.journal.JournalEntry;
import io.orderweave.journal.Why;
import io.orderweave.journal.WhyNot;
import io.orderweave.order.Order;
import io.orderweave.rule.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The journal as hosts read it. */
public final class JournalService implements Journal {

    private final Book book;
    private final JournalReader reader;
    private final Chain chain;
    private final Obstacles obstacles;

    public JournalService(Book book, Setup setup, Effects effects) {
        this.book = book;
        this.reader = new JournalReader(book.stores().journal());
        this.chain = new Chain(reader, effects, this::decisions);
        this.obstacles = new Obstacles(book, setup, effects, reader);
    }

    @Override
    public List<JournalEntry> history(Subject subject, long from, int limit) {
        return reader.history(subject, from, limit);
    }

    @Override
    public Optional<Order> orderAt(OrderId order, long sequence) {
        return reader.recordAt(Subject.of(order), sequence).map(json -> Json.read(json, Order.class));
    }

    @Override
    public List<Decision> decisions(Subject subject) {
        return book.decisions().find(book.decisions().query().where("subject", subject.toString())).stream()
                .sorted(Comparator.comparing(decision -> decision.id().value()))
                .toList();
    }

    @Override
    public Why why(EffectKey effect) {
        return chain.to(effect);
    }

    @Override
    public WhyNot whyNot(OrderId id, EffectKind kind) {
        Order order = book.orders()
                .find(id.value())
                .map(OrderRecord::order)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no order " + id));
        return obstacles.against(order, kind);
    }
}
