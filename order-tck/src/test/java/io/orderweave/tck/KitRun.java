package io.orderweave.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One group of a kit, run as JUnit would run it for its user, within a test of the kit. Skipped tests are in neither set. Also for
 * the tests of other kits.
 *
 * @param passed names of tests
 * @param failed names of tests
 */
public record KitRun(Set<String> passed, Set<String> failed) {

    /** Runs the class. */
    public static KitRun of(Class<?> tests) {
        KitRun run = new KitRun(new TreeSet<>(), new TreeSet<>());
        launcher().execute(request().selectors(selectClass(tests)).build(), new Recorder(run));
        return run;
    }

    /** Without the listeners of the build that runs us: a caught fault is no failure of the build. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
    }

    private record Recorder(KitRun run) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            Set<String> names = switch (result.getStatus()) {
                case SUCCESSFUL -> run.passed();
                case FAILED -> run.failed();
                case ABORTED -> new TreeSet<>();
            };
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .ifPresent(names::add);
        }
    }
}
