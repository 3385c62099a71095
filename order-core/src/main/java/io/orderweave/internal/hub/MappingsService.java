package io.orderweave.internal.hub;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.SetupInForce;
import io.orderweave.internal.book.Trace;
import io.orderweave.mapping.MappingEvent;
import io.orderweave.mapping.MappingSet;
import io.orderweave.mapping.Mappings;
import java.util.List;
import java.util.Optional;

/** The mappings as hosts handle them. */
final class MappingsService implements Mappings {

    private final Changes changes;
    private final SetupInForce inForce;
    private final ConfigurationCheck check;
    private final Gate gate;

    MappingsService(Changes changes, ConfigurationCheck check, Gate gate) {
        this.changes = changes;
        this.inForce = changes.inForce();
        this.check = check;
        this.gate = gate;
    }

    @Override
    public MappingSet current() {
        return inForce.setup().mappings();
    }

    @Override
    public Optional<MappingSet> version(int version) {
        return inForce.mappings().version(version);
    }

    @Override
    public List<String> problems(MappingSet wanted) {
        return check.problemsOf(wanted, changes.setup());
    }

    @Override
    public MappingSet apply(MappingSet wanted, Actor actor, String why) {
        gate.check(actor, "mappings.apply", Optional.empty());
        List<String> problems = problems(wanted);
        if (!problems.isEmpty()) {
            throw new OrderweaveException(FaultCategory.INVALID_CONFIGURATION, String.join("\n", problems));
        }
        return changes.call(scope -> {
            inForce.mappings().put(wanted);
            scope.note(
                    inForce.mappings().subject(),
                    Trace.outside(actor),
                    new MappingEvent.MappingsApplied(wanted.version(), why));
            return wanted;
        });
    }
}
