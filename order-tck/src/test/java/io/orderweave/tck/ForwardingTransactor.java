package io.orderweave.tck;

import io.orderweave.store.Transactor;
import java.util.function.Supplier;

/** Answers as {@code right} does; a wrong adapter overrides the one thing it does wrong. */
abstract class ForwardingTransactor implements Transactor {

    private final Transactor right;

    ForwardingTransactor(Transactor right) {
        this.right = right;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return right.inTransaction(work);
    }

    @Override
    public boolean active() {
        return right.active();
    }
}
