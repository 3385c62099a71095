package io.orderweave.simulator.junit;

import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.SimulatorClock;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts what a test's annotations ask for and closes it again. Stateless: what runs is kept in the test's own context, so that tests
 * may run side by side.
 */
final class SimulatorExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(SimulatorExtension.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        RunningSimulators running = new RunningSimulators(clock(test));
        // Kept first: should one not start, those before it are closed all the same.
        test.getStore(OURS).put(RunningSimulators.class, running);
        for (SimulatorKind<?, ?> kind : SimulatorKind.ALL) {
            start(kind, test, running);
        }
    }

    /** Closed here, not by JUnit's store, whose word for "close me" differs from version to version. */
    @Override
    public void afterEach(ExtensionContext test) {
        running(test).ifPresent(RunningSimulators::close);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == SimulatorClock.class || SimulatorKind.of(wanted).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> wanted = parameter.getParameter().getType();
        RunningSimulators running = running(test)
                .orElseThrow(() -> new ParameterResolutionException("Simulators are fresh for each test: only tests and"
                        + " their @BeforeEach and @AfterEach methods can take a " + wanted.getSimpleName()));
        return running.find(wanted).orElseThrow(() -> new ParameterResolutionException(missing(wanted)));
    }

    private static String missing(Class<?> wanted) {
        return "Nothing starts a " + wanted.getSimpleName() + ": neither the test nor its class is annotated "
                + SimulatorKind.of(wanted)
                        .map(kind -> "@" + kind.annotation().getSimpleName())
                        .orElseThrow();
    }

    private static Optional<RunningSimulators> running(ExtensionContext test) {
        return Optional.ofNullable(test.getStore(OURS).get(RunningSimulators.class, RunningSimulators.class));
    }

    private static <A extends Annotation, S extends Simulator> void start(
            SimulatorKind<A, S> kind, ExtensionContext test, RunningSimulators running) {
        nearest(test, kind.annotation()).ifPresent(asked -> running.add(kind.start(asked, running.clock())));
    }

    private static SimulatorClock clock(ExtensionContext test) {
        return nearest(test, SimulatedTime.class)
                .map(time -> SimulatorClock.at(Instant.parse(time.value())))
                .orElseGet(() -> SimulatorClock.following(Clock.systemUTC()));
    }

    /** On the method, else its class, else the classes around it. */
    private static <A extends Annotation> Optional<A> nearest(ExtensionContext test, Class<A> type) {
        Optional<ExtensionContext> at = Optional.of(test);
        while (at.isPresent()) {
            Optional<A> found = AnnotationSupport.findAnnotation(at.get().getElement(), type);
            if (found.isPresent()) {
                return found;
            }
            at = at.get().getParent();
        }
        return Optional.empty();
    }
}
