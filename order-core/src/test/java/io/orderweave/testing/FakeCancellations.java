package io.orderweave.testing;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.order.CancellationReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a {@link FakeChannel} was told that the seller cancels. */
public final class FakeCancellations implements Cancellations {

    private final Function<Supplier<WriteAnswer>, WriteAnswer> line;
    private final List<Cancellation> told = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    /** @param line where a request or its answer may get lost */
    FakeCancellations(Function<Supplier<WriteAnswer>, WriteAnswer> line) {
        this.line = line;
    }

    public List<Cancellation> told() {
        return told;
    }

    /** The next cancellation is refused for that reason. */
    public void refuseNext(String reason) {
        refusal = Optional.of(reason);
    }

    @Override
    public Set<CancellationReason> reasons() {
        return EnumSet.of(CancellationReason.NO_STOCK, CancellationReason.BUYER_CANCELLED);
    }

    @Override
    public WriteAnswer cancel(Cancellation cancellation) {
        return line.apply(() -> take(cancellation));
    }

    private WriteAnswer take(Cancellation cancellation) {
        if (refusal.isPresent()) {
            String reason = refusal.get();
            refusal = Optional.empty();
            return new WriteAnswer.Rejected(reason);
        }
        told.add(cancellation);
        return WriteAnswer.applied();
    }

    @Override
    public Lookup find(Cancellation cancellation) {
        return told.contains(cancellation) ? new Lookup.Found(Optional.empty()) : Lookup.absent();
    }
}
