package io.orderweave.testing;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.payment.RefundReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The till of a {@link FakeChannel}: what it was asked to pay back, by the key of the request. */
public final class FakeRefunds implements Refunds {

    private final Function<Supplier<WriteAnswer>, WriteAnswer> line;
    private final List<RefundRequest> asked = new ArrayList<>();
    private final List<RefundRequest> known = new ArrayList<>();
    private final List<RefundRequest> resumed = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private boolean slow;

    /** @param line where a request or its answer may get lost */
    FakeRefunds(Function<Supplier<WriteAnswer>, WriteAnswer> line) {
        this.line = line;
    }

    /** Every request that came, repeated ones too. */
    public List<RefundRequest> asked() {
        return asked;
    }

    public List<RefundRequest> resumed() {
        return resumed;
    }

    /** A request that came before: the channel knows of it. */
    public void had(RefundRequest request) {
        known.add(request);
    }

    /** Whatever was asked never arrived. */
    public void forget() {
        asked.clear();
        known.clear();
    }

    /** The next request is refused for that reason. */
    public void refuseNext(String reason) {
        refusal = Optional.of(reason);
    }

    /** From now on refunds are accepted and done later. */
    public void slow() {
        slow = true;
    }

    @Override
    public Set<RefundReason> reasons() {
        return EnumSet.of(RefundReason.RETURNED, RefundReason.DAMAGED);
    }

    @Override
    public WriteAnswer refund(RefundRequest request) {
        return line.apply(() -> pay(request));
    }

    private WriteAnswer pay(RefundRequest request) {
        if (refusal.isPresent()) {
            String reason = refusal.get();
            refusal = Optional.empty();
            return new WriteAnswer.Rejected(reason);
        }
        asked.add(request);
        known.add(request);
        return slow
                ? new WriteAnswer.Accepted("refund-" + asked.size(), Duration.ofMinutes(1), Duration.ofDays(1))
                : WriteAnswer.applied("refund-" + asked.size());
    }

    @Override
    public WriteAnswer resume(String handle, RefundRequest request) {
        return line.apply(() -> {
            resumed.add(request);
            return WriteAnswer.applied(handle);
        });
    }

    @Override
    public Lookup find(RefundRequest request) {
        return known.stream().anyMatch(other -> other.key().equals(request.key()))
                ? Lookup.found("refund-found")
                : Lookup.absent();
    }
}
