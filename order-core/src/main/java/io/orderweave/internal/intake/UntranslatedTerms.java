package io.orderweave.internal.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.intake.UnmappedTerm;
import io.orderweave.intake.UnmappedTerm.Kind;
import io.orderweave.internal.book.Book;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection's terms that nothing translates: logged once, counted in the book. Thread-safe. */
final class UntranslatedTerms {

    private static final Logger LOG = LoggerFactory.getLogger(UntranslatedTerms.class);

    private final ConnectionId connection;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    UntranslatedTerms(ConnectionId connection) {
        this.connection = connection;
    }

    /** Reports those of the orders, each term once, in the open transaction. */
    void report(Book book, ChannelOrders mapping, List<ChannelOrder> orders) {
        Map<Term, Long> times = new LinkedHashMap<>();
        orders.forEach(told -> terms(told, mapping).forEach(term -> times.merge(term, 1L, Long::sum)));
        times.forEach((term, count) -> {
            book.report(new UnmappedTerm(connection, term.kind(), term.text(), book.now(), count));
            if (logged.add(term.kind() + term.text())) {
                LOG.warn(
                        "Connection {} uses the {} term '{}', which nothing translates",
                        connection,
                        term.kind(),
                        term.text());
            }
        });
    }

    private static List<Term> terms(ChannelOrder told, ChannelOrders mapping) {
        List<Term> terms = new ArrayList<>();
        if (mapping.mapped(told).isEmpty()) {
            terms.add(new Term(Kind.STATUS, told.term()));
        }
        if (mapping.paymentMethod(told).isEmpty()) {
            told.payment().term().ifPresent(term -> terms.add(new Term(Kind.PAYMENT_METHOD, term)));
        }
        if (mapping.deliveryMethod(told).isEmpty()) {
            told.delivery()
                    .term()
                    .or(() -> told.delivery().termName())
                    .ifPresent(term -> terms.add(new Term(Kind.DELIVERY_METHOD, term)));
        }
        return terms;
    }

    private record Term(Kind kind, String text) {}
}
