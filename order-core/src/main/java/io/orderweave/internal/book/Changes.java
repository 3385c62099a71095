package io.orderweave.internal.book;

import io.orderweave.error.StaleVersionException;
import io.orderweave.order.OrderListener;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs changes in transactions. A change of ours runs again as a whole, listeners too, when somebody else was faster, and once more when
 * its rules asked for facts from beside the orders, which are fetched in between. In a transaction of the host's the fault goes to the
 * host, and such facts are unknown. Thread-safe.
 */
public final class Changes {

    private static final int MOST_ATTEMPTS = 20;

    private final Book book;
    private final Setup setup;
    private final SetupInForce inForce;
    private final EffectPlanner planner;
    private final List<OrderListener> listeners;
    private final FactReaders readers;

    /** What the call knows whose transaction is open on this thread; empty between calls. */
    @SuppressWarnings("ThreadLocalUsage") // Not static: a thread may be in calls of two hubs.
    private final ThreadLocal<@Nullable BesideFacts> current = new ThreadLocal<>();

    /** Without facts from beside the orders. */
    public Changes(Book book, Setup setup, EffectPlanner planner, List<OrderListener> listeners) {
        this(book, setup, planner, listeners, FactReaders.NONE);
    }

    public Changes(Book book, Setup setup, EffectPlanner planner, List<OrderListener> listeners, FactReaders readers) {
        this.book = book;
        this.setup = setup;
        this.inForce = new SetupInForce(book, setup);
        this.planner = planner;
        this.listeners = List.copyOf(listeners);
        this.readers = readers;
    }

    /** The configuration this node was started with; which rules and mappings are in force, {@link #inForce()} tells. */
    public Setup setup() {
        return setup;
    }

    public SetupInForce inForce() {
        return inForce;
    }

    public Book book() {
        return book;
    }

    /** What the host supplies from beside orders. */
    public FactReaders readers() {
        return readers;
    }

    /** Runs a change and saves it. What a listener throws comes out unchanged. */
    public <T> T call(Function<ChangeScope, T> change) {
        try {
            return attempt(change);
        } catch (ListenerFault fault) {
            throw fault.thrown();
        }
    }

    /** As {@link #call}, but what a listener throws comes out as {@link ListenerFault}. */
    public <T> T attempt(Function<ChangeScope, T> change) {
        if (book.stores().transactor().active()) {
            BesideFacts facts = current.get();
            return book.stores()
                    .transactor()
                    .inTransaction(() -> saved(change, facts == null ? BesideFacts.none() : facts));
        }
        BesideFacts facts = new BesideFacts(readers);
        int attempt = 1;
        while (true) {
            try {
                return ours(change, facts);
            } catch (RuntimeException fault) {
                if (facts.areAskedFor()) {
                    // Whatever came of the run, it went on without what rules asked for.
                    facts.fetch();
                } else if (fault instanceof StaleVersionException && attempt < MOST_ATTEMPTS) {
                    attempt++;
                } else {
                    throw fault;
                }
            }
        }
    }

    public void run(Consumer<ChangeScope> change) {
        call(scope -> {
            change.accept(scope);
            return true;
        });
    }

    private <T> T ours(Function<ChangeScope, T> change, BesideFacts facts) {
        return book.stores().transactor().inTransaction(() -> {
            current.set(facts);
            try {
                T result = saved(change, facts);
                if (facts.areAskedFor()) {
                    throw new FactsAskedFor();
                }
                return result;
            } finally {
                current.remove();
            }
        });
    }

    private <T> T saved(Function<ChangeScope, T> change, BesideFacts facts) {
        ChangeScope scope = new ChangeScope(book, inForce, setup, planner, listeners, facts);
        T result = change.apply(scope);
        scope.save();
        return result;
    }

    /** Rolls the transaction back. Never leaves this class. */
    private static final class FactsAskedFor extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private FactsAskedFor() {
            super("rules asked for facts that must be fetched first", null, false, false);
        }
    }
}
