package io.orderweave.internal.book;

import io.orderweave.error.StaleVersionException;
import io.orderweave.order.OrderListener;
import io.orderweave.store.Transactor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs changes in transactions. When somebody else was faster and the transaction is ours, the whole change runs again, listeners
 * too; in a transaction of the host's the fault goes to the host.
 */
public final class Changes {

    private static final int MOST_ATTEMPTS = 20;

    private final Book book;
    private final Setup setup;
    private final SetupInForce inForce;
    private final EffectPlanner planner;
    private final List<OrderListener> listeners;

    public Changes(Book book, Setup setup, EffectPlanner planner, List<OrderListener> listeners) {
        this.book = book;
        this.setup = setup;
        this.inForce = new SetupInForce(book, setup);
        this.planner = planner;
        this.listeners = List.copyOf(listeners);
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
        Transactor transactor = book.stores().transactor();
        if (transactor.active()) {
            return once(change);
        }
        int attempt = 1;
        while (true) {
            try {
                return once(change);
            } catch (StaleVersionException stale) {
                if (attempt == MOST_ATTEMPTS) {
                    throw stale;
                }
                attempt++;
            }
        }
    }

    public void run(Consumer<ChangeScope> change) {
        call(scope -> {
            change.accept(scope);
            return true;
        });
    }

    private <T> T once(Function<ChangeScope, T> change) {
        return book.stores().transactor().inTransaction(() -> {
            ChangeScope scope = new ChangeScope(book, inForce, setup, planner, listeners);
            T result = change.apply(scope);
            scope.save();
            return result;
        });
    }
}
