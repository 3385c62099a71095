package io.orderweave.simulator.junit;

import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.SimulatorClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs for one test, and the time it lives in. Belongs to the test's thread. */
final class RunningSimulators {

    private final SimulatorClock clock;
    private final List<Simulator> simulators = new ArrayList<>();

    RunningSimulators(SimulatorClock clock) {
        this.clock = clock;
    }

    SimulatorClock clock() {
        return clock;
    }

    void add(Simulator started) {
        simulators.add(started);
    }

    /** What is of that type. */
    Optional<Object> find(Class<?> type) {
        return Stream.concat(Stream.of(clock), simulators.stream())
                .<Object>map(part -> part)
                .filter(part -> part.getClass() == type)
                .findFirst();
    }

    void close() {
        simulators.forEach(Simulator::close);
    }
}
