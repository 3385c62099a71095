package io.orderweave.internal.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.intake.OrderFate;
import io.orderweave.intake.PullReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks at what channels hinted at. What cannot be looked at now, the next pull of its connection brings. */
public final class HintedPulls {

    private final HintBoard hints;
    private final Pulls pulls;
    private final Function<ConnectionId, PullReport> pull;

    /** @param pull pulls a connection */
    public HintedPulls(HintBoard hints, Pulls pulls, Function<ConnectionId, PullReport> pull) {
        this.hints = hints;
        this.pulls = pulls;
        this.pull = pull;
    }

    /** Everything hinted at since; the first fault is thrown when all were looked at. */
    public PullReport run() {
        pulls.refuseInTransaction("a pull");
        HintBoard.Hinted hinted = hints.take();
        List<RuntimeException> faults = new ArrayList<>();
        PullReport all = PullReport.NOT_RUN;
        for (ConnectionId connection : hinted.everything()) {
            all = all.plus(attempt(faults, () -> everything(connection)));
        }
        for (var named : hinted.orders().entrySet()) {
            all = all.plus(attempt(faults, () -> orders(named.getKey(), named.getValue())));
        }
        if (!faults.isEmpty()) {
            throw first(faults);
        }
        return all;
    }

    private static PullReport attempt(List<RuntimeException> faults, Supplier<PullReport> work) {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            faults.add(fault);
            return PullReport.NOT_RUN;
        }
    }

    private static RuntimeException first(List<RuntimeException> faults) {
        RuntimeException first = faults.get(0);
        faults.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        return first;
    }

    private PullReport everything(ConnectionId connection) {
        PullReport report = pull.apply(connection);
        if (!report.ran()) {
            // The pull that runs may have asked before this became new.
            hints.noteEverything(connection);
        }
        return report;
    }

    private PullReport orders(ConnectionId connection, Set<String> named) {
        if (!pulls.canRead(connection)) {
            return everything(connection);
        }
        PullReport.Counter counter = new PullReport.Counter();
        for (String externalId : named) {
            Optional<OrderFate> fate = pulls.read(connection, externalId);
            fate.ifPresentOrElse(counter::order, () -> hints.noteOrder(connection, externalId));
        }
        return counter.report();
    }
}
